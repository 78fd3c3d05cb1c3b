import type { AnalyticsStep } from '../../api/types';
import { periodProblem, presetPeriod, presets, stepFits, steps, usualStep, type Period, type Preset } from './period';

/** The query in the address. */
export interface Asked {
  /** The named period; undefined for custom times. */
  preset: Preset | undefined;
  period: Period;
  step: AnalyticsStep;
  provider: string | undefined;
  method: string | undefined;
  /** The reason why the period cannot be queried. */
  problem: string | undefined;
}

const usualPreset: Preset = '24h';

export function readAsked(query: URLSearchParams, now: number): Asked {
  const own = query.has('from') || query.has('to');
  const preset = own ? undefined : (presets.find(({ value }) => value === query.get('period'))?.value ?? usualPreset);
  const rough = preset === undefined ? { from: new Date(query.get('from') ?? ''), to: new Date(query.get('to') ?? '') } : presetPeriod(preset, 'minute', now);
  const problem = periodProblem(rough);
  const wanted = steps.find((step) => step === query.get('by'));
  const step = wanted !== undefined && stepFits(rough, wanted) ? wanted : usualStep(rough);
  return {
    preset,
    period: preset === undefined ? rough : presetPeriod(preset, step, now),
    step,
    provider: query.get('provider') ?? undefined,
    method: query.get('method') ?? undefined,
    problem,
  };
}
