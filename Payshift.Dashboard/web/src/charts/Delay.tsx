import { useMemo } from 'preact/hooks';

import type { Analytics } from '../api/types';
import { formatDuration } from '../format';
import { TimeChart, type Line } from '../ui/TimeChart';
import { timesOf } from './timesOf';

/** The time of webhooks from receipt to record, for each step. */
export function Delay({ label, data }: { label: string; data: Analytics }) {
  const [times, lines] = useMemo<[number[], Line[]]>(
    () => [
      timesOf(data),
      [
        { name: 'p50', hue: 'green', values: data.series.map((point) => point.totals.delay?.p50Seconds ?? null) },
        { name: 'p95', hue: 'amber', values: data.series.map((point) => point.totals.delay?.p95Seconds ?? null) },
        { name: 'p99', hue: 'red', dashed: true, values: data.series.map((point) => point.totals.delay?.p99Seconds ?? null) },
      ],
    ],
    [data],
  );
  return <TimeChart label={label} times={times} lines={lines} format={formatDuration} />;
}
