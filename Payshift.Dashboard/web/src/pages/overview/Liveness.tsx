import { formatClock } from '../../format';

/** Whether what is shown is up to date. */
export function Liveness({ at, failed }: { at: number | undefined; failed: boolean }) {
  return (
    <span class={failed ? 'live live-off' : 'live'}>
      <span class="live-dot" aria-hidden="true" />
      {failed ? 'Not live' : 'Live'}
      <span class="live-time">{at === undefined ? '' : formatClock(new Date(at))}</span>
    </span>
  );
}
