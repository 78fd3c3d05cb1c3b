import { expect, test } from 'vitest';

import { timerStateOf } from '../../../src/pages/overview/timerState';

const now = Date.parse('2026-11-23T09:30:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

test.each([
  ['waits', { beganAt: ago(1), endedAt: ago(0.9), nextAt: ago(-0.1) }],
  ['waits', { beganAt: ago(1), endedAt: ago(0.9), nextAt: null }],
  ['waits', { beganAt: ago(3), endedAt: ago(2.9), nextAt: ago(1.9) }],
  ['late', { beganAt: ago(4), endedAt: ago(3.9), nextAt: ago(3) }],
  ['runs', { beganAt: ago(1), endedAt: null, nextAt: ago(-1) }],
  ['runs', { beganAt: ago(1), endedAt: ago(2), nextAt: ago(-1) }],
  ['overdue', { beganAt: ago(5), endedAt: null, nextAt: ago(4) }],
  ['late', { beganAt: ago(13), endedAt: null, nextAt: ago(12) }],
  ['late', { beganAt: ago(13), endedAt: null, nextAt: null }],
] as const)('a timer %s: %j', (state, timer) => {
  expect(timerStateOf({ name: 'ProcessBatches', handler: null, ...timer }, now)).toBe(state);
});
