import type { ComponentChildren } from 'preact';

import type { ApiError } from '../api/client';
import { Icon } from './Icon';

/** The note for an empty list. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children === undefined ? null : <p>{children}</p>}
    </div>
  );
}

/** The note for an error or stale data, with what can be done. */
export function Trouble({ error, stale = false, retry }: { error: ApiError; stale?: boolean; retry?: () => void }) {
  return (
    <div class="trouble" role="alert">
      <Icon name="warning" />
      <p>
        {error.message}
        {stale ? ' What is shown is from before.' : ''}
      </p>
      {retry === undefined ? null : (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** The placeholder for content that is loading: lines of text, or a chart. */
export function Skeleton({ lines = 4, label = 'Loading', chart = false }: { lines?: number; label?: string; chart?: boolean }) {
  return (
    <div class={chart ? 'skeleton skeleton-chart' : 'skeleton'} role="status" aria-label={label}>
      {Array.from({ length: chart ? 1 : lines }, (_, line) => (
        <span key={line} class={`skeleton-line skeleton-${line % 3}`} />
      ))}
    </div>
  );
}
