import type { ComponentChildren } from 'preact';

import type { Tone } from '../../ui/Badge';
import { Icon } from '../../ui/Icon';
import { Time } from '../../ui/Time';

interface Properties {
  tone: Exclude<Tone, 'neutral'>;
  title: string;
  at: Date | undefined;
  children: ComponentChildren;
}

/** The outcome of an action, shown beside it. */
export function Outcome({ tone, title, at, children }: Properties) {
  return (
    <div class={`outcome outcome-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={tone === 'good' || tone === 'info' ? 'check' : 'warning'} />
      <div class="outcome-words">
        <p>
          <strong>{title}</strong>
        </p>
        {children}
        {at === undefined ? null : (
          <p class="note">
            <Time at={at.toISOString()} short />
          </p>
        )}
      </div>
    </div>
  );
}
