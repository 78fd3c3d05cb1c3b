import type { Stats } from '../../api/types';
import { countOf, formatCount, formatDuration } from '../../format';
import { Empty } from '../../ui/Notes';

/** The durations of batches and webhooks. */
export function DurationTable({ stats }: { stats: Stats }) {
  if (stats.batches === null) {
    return <Empty title="Not known while Table Storage does not answer" />;
  }

  const rows = [
    { name: 'Batch', durations: stats.batches.batchDuration },
    { name: 'Webhook', durations: stats.batches.processing },
    { name: 'Receipt to record', durations: stats.batches.delay },
  ];
  return (
    <>
      <table class="table table-plain">
        <thead>
          <tr>
            <th scope="col">Of a</th>
            <th scope="col" class="number">Average</th>
            <th scope="col" class="number">p95</th>
            <th scope="col" class="number">p99</th>
            <th scope="col" class="number">Longest</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td class="number">{formatDuration(row.durations?.averageSeconds)}</td>
              <td class="number">{formatDuration(row.durations?.p95Seconds)}</td>
              <td class="number">{formatDuration(row.durations?.p99Seconds)}</td>
              <td class="number">{formatDuration(row.durations?.maxSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        {countOf(stats.batches.batches, 'batch', 'batches')}, {formatCount(stats.batches.withFailures)} with failures{stats.batches.isComplete ? '' : ' (the newest of them)'}.
      </p>
    </>
  );
}
