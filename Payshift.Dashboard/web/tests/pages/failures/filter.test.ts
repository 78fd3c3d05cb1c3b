import { expect, test } from 'vitest';

import { isEverything, noFilter, readFilter, setNames } from '../../../src/pages/failures/filter';

test('an address says which failures are meant', () => {
  const filter = readFilter(new URLSearchParams('provider= stripe &reason=timed%20out&status=open&open=abc'));
  expect(filter).toEqual({ ...noFilter, provider: 'stripe', reason: 'timed out', status: 'open' });
  expect(setNames(filter)).toEqual(['provider', 'reason', 'status']);
});

test('what no host would take is left out', () => {
  expect(readFilter(new URLSearchParams('status=closed&from=yesterday&to='))).toEqual(noFilter);
});

test('a status alone means everything', () => {
  expect(isEverything(noFilter)).toBe(true);
  expect(isEverything({ ...noFilter, status: 'open' })).toBe(true);
  expect(isEverything({ ...noFilter, status: 'open', method: 'card' })).toBe(false);
});
