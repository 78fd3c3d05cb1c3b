import type { ComponentChildren } from 'preact';

import type { Tone } from './Badge';

interface Properties {
  label: string;
  value: ComponentChildren;
  /** A line below the number. Its space is reserved if there is none. */
  note?: ComponentChildren;
  tone?: Tone;
  href?: string;
}

/** A number with its name. */
export function Metric({ label, value, note, tone = 'neutral', href }: Properties) {
  return (
    <dl class="metric">
      <dt>{label}</dt>
      <dd class={`metric-value metric-${tone}`}>{value}</dd>
      <dd class="metric-note">
        {note ?? ' '}
        {href === undefined ? null : <a class="metric-link" href={href} aria-label={`${label}: show`} />}
      </dd>
    </dl>
  );
}
