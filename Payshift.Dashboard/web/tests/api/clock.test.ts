import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { hostNow, noteHostTime } from '../../src/api/clock';

const here = Date.parse('2026-11-23T09:30:00Z');

beforeEach(() => vi.useFakeTimers({ now: here }));
afterEach(() => {
  noteHostTime(new Date(here).toUTCString());
  vi.useRealTimers();
});

test('a clock here that is wrong by an hour is put right', () => {
  noteHostTime('Mon, 23 Nov 2026 10:30:00 GMT');
  expect(Math.abs(hostNow() - Date.parse('2026-11-23T10:30:00Z'))).toBeLessThan(1_000);
  vi.advanceTimersByTime(5_000);
  expect(Math.abs(hostNow() - Date.parse('2026-11-23T10:30:05Z'))).toBeLessThan(1_000);
});

test('what the way of an answer explains changes nothing', () => {
  noteHostTime('Mon, 23 Nov 2026 09:29:58 GMT');
  expect(hostNow()).toBe(here);
});

test.each([null, 'soon'])('a Date of %s changes nothing', (date) => {
  noteHostTime('Mon, 23 Nov 2026 10:30:00 GMT');
  const before = hostNow();
  noteHostTime(date);
  expect(hostNow()).toBe(before);
});
