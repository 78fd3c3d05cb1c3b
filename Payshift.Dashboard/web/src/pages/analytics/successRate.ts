import type { AnalyticsTotals } from '../../api/types';

/** The share of finished webhooks that were processed; null if none finished. */
export function successRate({ processed, failed }: AnalyticsTotals): number | null {
  const ended = processed + failed;
  return ended === 0 ? null : processed / ended;
}
