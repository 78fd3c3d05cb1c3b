import { hostNow } from '../../api/clock';
import type { Stats } from '../../api/types';
import { Badge, type Tone } from '../../ui/Badge';
import { Empty } from '../../ui/Notes';
import { Time } from '../../ui/Time';
import { timerStateOf, type TimerState } from './timerState';

const tones: Record<TimerState, Tone> = { waits: 'good', runs: 'info', overdue: 'warn', late: 'bad' };

/** The timers with their last and next runs. */
export function Timers({ stats }: { stats: Stats }) {
  return stats.timers.length === 0 ? (
    <Empty title="No timer ran yet" />
  ) : (
    <table class="table table-plain">
      <thead>
        <tr>
          <th scope="col">Timer</th>
          <th scope="col">Began</th>
          <th scope="col">Next</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {stats.timers.map((timer) => {
          const state = timerStateOf(timer, hostNow());
          return (
            <tr key={timer.name}>
              <th scope="row">{timer.name}</th>
              <td><Time at={timer.beganAt} short /></td>
              <td><Time at={timer.nextAt} short /></td>
              <td><Badge tone={tones[state]}>{state}</Badge></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
