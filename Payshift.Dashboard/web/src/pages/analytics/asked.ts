import type { AnalyticsStep } from '../../api/types';
import { periodProblem, presetPeriod, presets, stepFits, steps, usualStep, type Period, type Preset } from './period';

/** What the address asks for. */
export interface Asked {
  /** Undefined where the operator gave times. */
  preset: Preset | undefined;
  period: Period;
  step: AnalyticsStep;
  provider: string | undefined;
  method: string | undefined;
  /** Why the period can't be asked for. */
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
