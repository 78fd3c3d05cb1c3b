import type { Stats } from '../../api/types';
import { formatLarge } from '../../format';

/** The contents of each partition of the queue. */
export function Partitions({ stats }: { stats: Stats }) {
  return (
    <div class="table-frame table-low" tabIndex={0} role="region" aria-label="Partitions, as a table">
      <table class="table table-plain">
        <thead>
          <tr>
            <th scope="col">Partition</th>
            <th scope="col" class="number">High</th>
            <th scope="col" class="number">Normal</th>
            <th scope="col" class="number">Low</th>
            <th scope="col" class="number">In flight</th>
            <th scope="col" class="number">Scheduled</th>
            <th scope="col" class="number">Held</th>
          </tr>
        </thead>
        <tbody>
          {stats.partitions.map((size) => (
            <tr key={size.partition}>
              <th scope="row">{size.partition}</th>
              <td class="number">{formatLarge(size.readyHigh)}</td>
              <td class="number">{formatLarge(size.readyNormal)}</td>
              <td class="number">{formatLarge(size.readyLow)}</td>
              <td class="number">{formatLarge(size.inFlight)}</td>
              <td class="number">{formatLarge(size.scheduled)}</td>
              <td class="number">{formatLarge(size.held)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
