import type { AnalyticsStep } from '../../api/types';

export type Preset = '1h' | '24h' | '7d' | '30d' | '90d';

export interface Period {
  from: Date;
  /** The end, exclusive. */
  to: Date;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const stepMs: Record<AnalyticsStep, number> = { minute: 60_000, hour: hourMs, day: dayMs };

// The limits of the API.
const maxSteps = 1_500;
const maxDays = 366;

export const steps: AnalyticsStep[] = ['minute', 'hour', 'day'];

export const presets: { value: Preset; text: string; ms: number }[] = [
  { value: '1h', text: '1 h', ms: hourMs },
  { value: '24h', text: '24 h', ms: dayMs },
  { value: '7d', text: '7 d', ms: 7 * dayMs },
  { value: '30d', text: '30 d', ms: 30 * dayMs },
  { value: '90d', text: '90 d', ms: 90 * dayMs },
];

const lengthOf = (period: Period): number => period.to.getTime() - period.from.getTime();

/** Whether the API accepts the period in these steps. It counts one more, as the period begins with a whole step. */
export const stepFits = (period: Period, step: AnalyticsStep): boolean => lengthOf(period) / stepMs[step] <= maxSteps - 1;

/** The step that gives between some dozens and a few hundred points. */
export function usualStep(period: Period): AnalyticsStep {
  const length = lengthOf(period);
  return length <= 6 * hourMs ? 'minute' : length <= 14 * dayMs ? 'hour' : 'day';
}

/** The period up to now. It begins with a whole step, so that the first point is complete. */
export function presetPeriod(preset: Preset, step: AnalyticsStep, now: number): Period {
  const { ms } = presets.find(({ value }) => value === preset)!;
  const from = now - ms;
  return { from: new Date(from - (from % stepMs[step])), to: new Date(now) };
}

/** The problem with a custom period; undefined if there is none. */
export function periodProblem({ from, to }: Period): string | undefined {
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) {
    return 'Enter when the period begins and when it ends.';
  }

  const length = lengthOf({ from, to });
  return length <= 0 ? 'The end must be later than the beginning.' : length > maxDays * dayMs ? `The period can be ${maxDays} days at the most.` : undefined;
}
