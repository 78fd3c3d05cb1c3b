import { describe, expect, it, test } from 'vitest';

import {
  countOf, formatAmount, formatBytes, formatChange, formatDuration, formatLarge, formatName, formatRate, formatShare, formatUtc, fromLocalInput,
  missing, secondsSince, toLocalInput,
} from '../src/format';

describe('an amount', () => {
  test.each([
    [1050, 2, 'eur', '10.50 EUR'],
    [5, 2, 'EUR', '0.05 EUR'],
    [-1, 2, 'EUR', '−0.01 EUR'],
    [1234, 0, 'JPY', '1 234 JPY'],
    [1234567, 3, 'KWD', '1 234.567 KWD'],
    [0, 2, 'GBP', '0.00 GBP'],
    [100, 2, null, '1.00'],
    [7, null, 'XXX', '7 XXX'],
    [Number.MAX_SAFE_INTEGER, 2, 'USD', '90 071 992 547 409.91 USD'],
  ])('of %s with exponent %s in %s is %s, to the last minor unit', (minor, exponent, currency, text) => {
    expect(formatAmount(minor, exponent, currency).replaceAll(/\s/g, ' ')).toBe(text);
  });

  it('that is not known is a dash', () => {
    expect(formatAmount(null, 2, 'EUR')).toBe(missing);
    expect(formatAmount(undefined, undefined, undefined)).toBe(missing);
  });
});

describe('a duration', () => {
  test.each([
    [0, '0 ms'],
    [0.0124, '12 ms'],
    [1.44, '1.4 s'],
    [59.94, '59.9 s'],
    [60, '1 min'],
    [185, '3 min 5 s'],
    [7_800, '2 h 10 min'],
    [7_205, '2 h'],
    [356_400, '4 d 3 h'],
  ])('of %s seconds is %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test.each([null, undefined, NaN, Infinity])('of %s is a dash', (seconds) => {
    expect(formatDuration(seconds)).toBe(missing);
  });
});

test.each([
  [99_999, '99,999'],
  [100_000, '100K'],
  [1_234_567, '1.2M'],
])('the large number %s is %s', (value, text) => {
  expect(formatLarge(value)).toBe(text);
});

test('a rate has tenths as long as they say something', () => {
  expect([0, 0.04, 12.34, 100.4].map(formatRate)).toEqual(['0', '0', '12.3', '100']);
});

test('shares and changes', () => {
  expect([formatShare(0.9876), formatShare(null), formatChange(-0.034), formatChange(0.5)]).toEqual(['98.8%', missing, '3.4%', '50%']);
});

test('one is told from many', () => {
  expect([countOf(1, 'batch', 'batches'), countOf(2_000, 'batch', 'batches'), countOf(0, 'failure')]).toEqual(['1 batch', '2,000 batches', '0 failures']);
});

test.each([
  [0, '0 B'],
  [1023, '1,023 B'],
  [1536, '1.5 KB'],
  [5 * 1024 ** 4, '5 TB'],
  [5000 * 1024 ** 4, '5,000 TB'],
])('%s bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('a time in UTC is told to the second', () => {
  expect(formatUtc(new Date('2026-11-23T09:30:05.123+05:30'))).toBe('2026-11-23 04:00:05 UTC');
});

test('what lies in the future is no time ago', () => {
  expect(secondsSince('2026-11-23T09:30:00Z', Date.parse('2026-11-23T09:29:00Z'))).toBe(0);
  expect(secondsSince('2026-11-23T09:30:00Z', Date.parse('2026-11-23T09:31:00Z'))).toBe(60);
});

test('names of fields become words', () => {
  expect(['balanceTransaction', 'alreadyRetried', 'tables'].map(formatName)).toEqual(['Balance transaction', 'Already retried', 'Tables']);
});

describe('a time to be entered', () => {
  // The tests run in a zone of 5:30 hours ahead of UTC.
  test.each(['2026-11-23T04:00:00.000Z', '2026-11-23T04:00:05.000Z'])('%s comes back as it was', (time) => {
    expect(toLocalInput(time)).toMatch(/^2026-11-23T09:30/);
    expect(fromLocalInput(toLocalInput(time))).toBe(time);
  });

  it('is empty where it is none', () => {
    expect([toLocalInput('soon'), fromLocalInput('soon'), fromLocalInput('')]).toEqual(['', '', '']);
  });
});
