import { describe, expect, it, test } from 'vitest';

import { readAsked } from '../../../src/pages/analytics/asked';
import { periodProblem, presetPeriod, presets, stepFits, usualStep } from '../../../src/pages/analytics/period';

const now = Date.parse('2026-11-23T09:30:42Z');
const asked = (query: string) => readAsked(new URLSearchParams(query), now);

describe.each(presets)('the last $text', ({ value }) => {
  it('can be asked for in its usual step, and begins with a whole one', () => {
    const step = usualStep(presetPeriod(value, 'minute', now));
    const period = presetPeriod(value, step, now);
    expect(stepFits(period, step)).toBe(true);
    expect(periodProblem(period)).toBeUndefined();
    expect(period.from.getUTCSeconds()).toBe(0);
    expect(period.to.getTime()).toBe(now);
  });
});

test.each([
  ['from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z', 'The end must be later than the beginning.'],
  ['from=2026-11-02T00:00:00Z', 'Enter when the period begins and when it ends.'],
  ['from=soon&to=later', 'Enter when the period begins and when it ends.'],
  ['from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'The period can be 366 days at the most.'],
])('%s cannot be asked for: %s', (query, problem) => {
  expect(asked(query).problem).toBe(problem);
});

test('without a word it is the last day by hours', () => {
  expect(asked('')).toMatchObject({ preset: '24h', step: 'hour', problem: undefined });
  expect(asked('period=forever&by=second')).toMatchObject({ preset: '24h', step: 'hour' });
});

test('a step that gives too many points is not taken', () => {
  expect(asked('period=30d&by=minute').step).toBe('day');
  expect(asked('period=1h&by=minute').step).toBe('minute');
});
