import type { Analytics } from '../../api/types';
import { formatDuration, formatLarge, formatShare, missing } from '../../format';
import { Metric } from '../../ui/Metric';
import { successRate } from './successRate';
import { countTrend, durationTrend, successTrend, type Trend } from './trend';

/** The sums of the period, each against the period of the same length before. */
export function Totals({ data }: { data: Analytics | undefined }) {
  const { total, before, trend } = data ?? {};
  const metrics: { label: string; value?: string | undefined; trend?: Trend | undefined }[] =
    total === undefined || before === undefined || trend === undefined
      ? ['Received', 'Processed', 'Failed', 'Retried', 'Success', 'Delay, p95'].map((label) => ({ label }))
      : [
          { label: 'Received', value: formatLarge(total.received), trend: countTrend(total.received, before.received, trend.received, undefined) },
          { label: 'Processed', value: formatLarge(total.processed), trend: countTrend(total.processed, before.processed, trend.processed, undefined) },
          { label: 'Failed', value: formatLarge(total.failed), trend: countTrend(total.failed, before.failed, trend.failed, 'less') },
          { label: 'Retried', value: formatLarge(total.retried), trend: countTrend(total.retried, before.retried, trend.retried, 'less') },
          { label: 'Success', value: formatShare(successRate(total)), trend: successTrend(successRate(total), successRate(before)) },
          { label: 'Delay, p95', value: formatDuration(total.delay?.p95Seconds), trend: durationTrend(total.delay?.p95Seconds, before.delay?.p95Seconds, trend.delayP95) },
        ];
  return (
    <div class="metrics metrics-trend">
      {metrics.map((metric) => (
        <Metric
          key={metric.label}
          label={metric.label}
          value={metric.value ?? missing}
          note={metric.trend === undefined ? undefined : <span class={`trend-${metric.trend.tone}`}>{metric.trend.words}</span>}
        />
      ))}
    </div>
  );
}
