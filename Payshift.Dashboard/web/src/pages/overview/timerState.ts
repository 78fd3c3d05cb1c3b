import type { Stats } from '../../api/types';

type Timer = Stats['timers'][number];

/** overdue: the run goes on although the next is due. late: no instance runs the timer. */
export type TimerState = 'waits' | 'runs' | 'overdue' | 'late';

/** The delay after which a timer counts as late; a rare timer is late when it misses the next time too. */
const graceMs = 120_000;

/** The longest run: the host ends it after ten minutes. */
const longestRunMs = 12 * 60_000;

/** @param now The time of the host's clock. */
export function timerStateOf(timer: Timer, now: number): TimerState {
  const began = Date.parse(timer.beganAt);
  const due = timer.nextAt === null ? undefined : Date.parse(timer.nextAt);
  const isLate = due !== undefined && now - due > Math.max(graceMs, due - began);
  const runs = timer.endedAt === null || Date.parse(timer.endedAt) < began;
  if (!runs) {
    return isLate ? 'late' : 'waits';
  }

  return began < now - longestRunMs ? 'late' : isLate ? 'overdue' : 'runs';
}
