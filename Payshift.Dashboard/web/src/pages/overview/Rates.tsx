import type { Stats } from '../../api/types';
import { formatRate, formatShare } from '../../format';
import { Empty } from '../../ui/Notes';

/** The rates of received and finished webhooks. */
export function Rates({ stats }: { stats: Stats }) {
  return stats.rates.length === 0 ? (
    <Empty title="Not known yet">The timer has to run twice.</Empty>
  ) : (
    <table class="table table-plain">
      <thead>
        <tr>
          <th scope="col">Window</th>
          <th scope="col" class="number">In</th>
          <th scope="col" class="number">Out</th>
          <th scope="col" class="number">Retried</th>
          <th scope="col" class="number">Success</th>
        </tr>
      </thead>
      <tbody>
        {stats.rates.map((rate) => (
          <tr key={rate.minutes}>
            <th scope="row">{rate.minutes} min</th>
            <td class="number">{formatRate(rate.inPerMinute)}</td>
            <td class="number">{formatRate(rate.outPerMinute)}</td>
            <td class="number">{formatRate(rate.retriedPerMinute)}</td>
            <td class="number">{formatShare(rate.successRate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
