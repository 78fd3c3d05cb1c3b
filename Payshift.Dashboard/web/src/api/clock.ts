// Times come from the host's clock, as this machine's may be wrong. Every response has it in its Date header.
let aheadMs = 0;

/** The tolerated difference: Date is in whole seconds, and the response took a while to arrive. */
const toleranceMs = 2_000;

export function noteHostTime(date: string | null): void {
  const ahead = date === null ? NaN : Date.parse(date) + 500 - Date.now();
  if (!Number.isNaN(ahead)) {
    aheadMs = Math.abs(ahead) > toleranceMs ? ahead : 0;
  }
}

/** The time of the host's clock, in milliseconds. */
export const hostNow = (): number => Date.now() + aheadMs;
