import { describe, expect, it, test } from 'vitest';

import type { Stats } from '../../../src/api/types';
import { alertsOf } from '../../../src/pages/overview/alerts';

const now = Date.parse('2026-11-23T09:30:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const rate = { minutes: 5, seconds: 300, until: ago(0.5), inPerMinute: 100, outPerMinute: 100, retriedPerMinute: 0, successRate: 1, failureRate: 0 };

const calm = {
  readyHigh: 0, readyNormal: 0, readyLow: 0, inFlight: 0, scheduled: 0, held: {}, oldestWaitingSeconds: null, partitionsAway: 0, circuits: [],
  paused: { queueSince: null, providersSince: {} },
  rates: [rate],
  timers: [{ name: 'ProcessBatches', beganAt: ago(1), endedAt: ago(0.9), nextAt: ago(-0.1) }],
  batches: {}, redisMemory: { usedBytes: 10, peakBytes: 10, maxBytes: 100 },
} as unknown as Stats;

const alerts = (changes: object) => alertsOf({ ...calm, ...changes } as Stats, now);
const keys = (changes: object) => alerts(changes).map((alert) => alert.key);

test('where all is well there is no alert', () => {
  expect(keys({})).toEqual([]);
});

test.each([
  ['timer-ProcessBatches', { timers: [{ name: 'ProcessBatches', beganAt: ago(9), endedAt: ago(8), nextAt: ago(8) }] }],
  ['timer-none', { timers: [{ name: 'CleanupQueue', beganAt: ago(1), endedAt: ago(1), nextAt: ago(-9) }] }],
  ['partitions', { partitionsAway: 2 }],
  ['circuit-stripe', { circuits: [{ name: 'stripe', since: ago(1), reason: 'It answers 503.' }] }],
  ['tables', { batches: null }],
  ['paused', { paused: { queueSince: ago(1), providersSince: {} } }],
  ['paused-adyen', { paused: { queueSince: null, providersSince: { adyen: ago(1) } } }],
  ['head', { readyNormal: 1, oldestWaitingSeconds: 301 }],
  ['backlog', { readyNormal: 100, rates: [{ ...rate, outPerMinute: 90 }] }],
  ['failures', { rates: [{ ...rate, failureRate: 0.06 }] }],
  ['memory', { redisMemory: { usedBytes: 81, peakBytes: 81, maxBytes: 100 } }],
])('%s is told', (key, changes) => {
  expect(keys(changes)).toEqual([key]);
});

test.each([
  ['an old head while the queue is paused', 'head', { readyNormal: 1, oldestWaitingSeconds: 9_999, paused: { queueSince: ago(200), providersSince: {} } }],
  ['a backlog of a few', 'backlog', { readyNormal: 99, rates: [{ ...rate, outPerMinute: 0 }] }],
  ['a backlog by rates of long ago', 'backlog', { readyNormal: 1_000, rates: [{ ...rate, outPerMinute: 0, until: ago(9) }] }],
  ['a large share of next to nothing', 'failures', { rates: [{ ...rate, outPerMinute: 0.2, failureRate: 1 }] }],
  ['memory without a limit', 'memory', { redisMemory: { usedBytes: 81, peakBytes: 81, maxBytes: 0 } }],
  ['memory that is not known', 'memory', { redisMemory: null }],
  ['tables twice', 'tables', { batches: null, circuits: [{ name: 'tables', since: ago(1), reason: 'Away.' }] }],
])('%s is no alert', (_, key, changes) => {
  expect(keys(changes)).not.toContain(key);
});

describe('alerts', () => {
  it('come worst first', () => {
    expect(alerts({ partitionsAway: 1, paused: { queueSince: ago(1), providersSince: {} } }).map((alert) => alert.tone)).toEqual(['bad', 'warn']);
  });

  it('say the same at every look, so that they are read out once', () => {
    const changes = { readyNormal: 1, oldestWaitingSeconds: 400, circuits: [{ name: 'stripe', since: ago(1), reason: 'It answers 503.' }] };
    expect(alertsOf({ ...calm, ...changes } as unknown as Stats, now + 2_000)).toEqual(alerts(changes));
  });
});
