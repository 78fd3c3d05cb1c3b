// The host tells times by its own clock; this machine's may be wrong. Every answer carries the host's in its header Date.
let aheadMs = 0;

/** Date is in whole seconds, and the answer was under way for a while. */
const toleranceMs = 2_000;

export function noteHostTime(date: string | null): void {
  const ahead = date === null ? NaN : Date.parse(date) + 500 - Date.now();
  if (!Number.isNaN(ahead)) {
    aheadMs = Math.abs(ahead) > toleranceMs ? ahead : 0;
  }
}

/** What the host's clock says, in milliseconds. */
export const hostNow = (): number => Date.now() + aheadMs;
