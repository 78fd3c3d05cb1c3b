import type { AnalyticsTotals } from '../../api/types';

/** The share of webhooks that ended which were processed; null where none ended. */
export function successRate({ processed, failed }: AnalyticsTotals): number | null {
  const ended = processed + failed;
  return ended === 0 ? null : processed / ended;
}
