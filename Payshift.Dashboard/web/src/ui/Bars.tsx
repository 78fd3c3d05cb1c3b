interface Bar {
  name: string;
  value: number;
  href?: string;
}

interface Properties {
  /** The description for screen readers. */
  label: string;
  bars: Bar[];
  format: (value: number) => string;
  hue?: 'blue' | 'red' | 'amber' | 'green';
}

/** Amounts side by side, each with its number. */
export function Bars({ label, bars, format, hue = 'blue' }: Properties) {
  const most = Math.max(...bars.map((bar) => bar.value), 1);
  return (
    <ul class={`bars bars-${hue}`} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.name}>
          <span class="bar-name">{bar.href === undefined ? bar.name : <a href={bar.href}>{bar.name}</a>}</span>
          <meter class="bar" min={0} max={most} value={bar.value} aria-hidden="true" />
          <span class="bar-value">{format(bar.value)}</span>
        </li>
      ))}
    </ul>
  );
}
