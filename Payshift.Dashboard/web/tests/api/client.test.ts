import { expect, test } from 'vitest';

import { ApiError, queryString } from '../../src/api/client';

test('a query has what is given: no empty text, no false, but a zero', () => {
  expect(queryString({})).toBe('');
  expect(queryString({ provider: '', method: undefined, all: false })).toBe('');
  expect(queryString({ provider: 'a b&c', all: true, limit: 0 })).toBe('?provider=a+b%26c&all=true&limit=0');
});

test('an outage passes, a refusal does not', () => {
  expect([0, 503].map((status) => new ApiError(status, '').isOutage)).toEqual([true, true]);
  expect([400, 401, 404, 500].map((status) => new ApiError(status, '').isOutage)).toEqual([false, false, false, false]);
  expect([new ApiError(401, '').isKeyRefused, new ApiError(403, '').isKeyRefused]).toEqual([true, false]);
});
