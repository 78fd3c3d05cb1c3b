import { useMemo } from 'preact/hooks';

import type { Analytics } from '../api/types';
import { formatLarge } from '../format';
import { TimeChart, type Line } from '../ui/TimeChart';
import { timesOf } from './timesOf';

/** The webhooks of each step by their outcome. */
export function Throughput({ label, data }: { label: string; data: Analytics }) {
  const [times, lines] = useMemo<[number[], Line[]]>(
    () => [
      timesOf(data),
      [
        { name: 'Received', hue: 'blue', filled: true, values: data.series.map((point) => point.totals.received) },
        { name: 'Processed', hue: 'green', values: data.series.map((point) => point.totals.processed) },
        { name: 'Retried', hue: 'amber', dashed: true, values: data.series.map((point) => point.totals.retried) },
        { name: 'Failed', hue: 'red', values: data.series.map((point) => point.totals.failed) },
      ],
    ],
    [data],
  );
  return <TimeChart label={label} times={times} lines={lines} format={formatLarge} />;
}
