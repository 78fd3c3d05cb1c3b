import { expect, test } from 'vitest';

import { ApiError } from '../../../src/api/client';
import { add, resultOf, sentenceOf, totalOf, wordsOf } from '../../../src/pages/failures/retryResults';

test('results are counted', () => {
  const tally = add(add({}, ['retried', 'retried', 'refused']), ['retried', 'inQueue']);
  expect(tally).toEqual({ retried: 3, refused: 1, inQueue: 1 });
  expect(totalOf(tally)).toBe(5);
});

test('one is told from many', () => {
  expect(sentenceOf('retried')).toBe('It waits in the queue again.');
  expect(wordsOf('retried', 2)).toBe('wait in the queue again');
});

test('refusals that say what became of the failure are results', async () => {
  expect(await resultOf(Promise.resolve({ result: 'retried' }))).toBe('retried');
  expect(await resultOf(Promise.reject(new ApiError(404, '')))).toBe('notFound');
  expect(await resultOf(Promise.reject(new ApiError(409, '')))).toBe('unreadable');
});

test.each([0, 401, 500, 503])('an answer of %s says nothing of the failure', async (status) => {
  await expect(resultOf(Promise.reject(new ApiError(status, 'told')))).rejects.toThrow('told');
});
