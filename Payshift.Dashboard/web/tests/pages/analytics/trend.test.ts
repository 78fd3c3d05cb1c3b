import { expect, test } from 'vitest';

import { countTrend, durationTrend, successTrend } from '../../../src/pages/analytics/trend';

test('a count is held against the one before', () => {
  expect(countTrend(150, 100, 0.5, 'more')).toEqual({ words: 'Up 50% from 100', tone: 'good' });
  expect(countTrend(50, 100, -0.5, 'more')).toEqual({ words: 'Down 50% from 100', tone: 'bad' });
  expect(countTrend(50, 100, -0.5, 'less')).toEqual({ words: 'Down 50% from 100', tone: 'good' });
  expect(countTrend(150, 100, 0.5, undefined).tone).toBe('neutral');
  expect(countTrend(1_001, 1_000, 0.001, 'less')).toEqual({ words: 'As before: 1,000', tone: 'neutral' });
});

test('what was nothing before has no share to grow by', () => {
  expect(countTrend(3, 0, null, 'less')).toEqual({ words: 'None before', tone: 'bad' });
  expect(countTrend(0, 0, null, 'less')).toEqual({ words: 'None before either', tone: 'neutral' });
  expect(durationTrend(undefined, 2, null)).toEqual({ words: '2 s before', tone: 'neutral' });
});

test('of shares the points between them count', () => {
  expect(successTrend(0.99, 0.95)).toEqual({ words: 'Up from 95%', tone: 'good' });
  expect(successTrend(0.9, 0.95).tone).toBe('bad');
  expect(successTrend(0.9, null)).toEqual({ words: 'Nothing ended before', tone: 'neutral' });
});
