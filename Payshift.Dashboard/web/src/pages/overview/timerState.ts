import type { Stats } from '../../api/types';

type Timer = Stats['timers'][number];

/** overdue: it runs still although it is due again. late: no instance runs it. */
export type TimerState = 'waits' | 'runs' | 'overdue' | 'late';

/** So much later than due, a timer does not run; where it runs seldom, when it missed the next time too. */
const graceMs = 120_000;

/** No run takes longer: the host ends it after ten minutes. */
const longestRunMs = 12 * 60_000;

/** @param now By the host's clock. */
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
