import { ApiError } from '../../api/client';
import type { RetryResult } from '../../api/types';
import { formatCount } from '../../format';

/** The result of one retry; notAsked if a stop or an error came first. */
export type Result = RetryResult | 'refused' | 'notAsked';

export type Tally = Partial<Record<Result, number>>;

/** The results, successes first. */
export const results: Result[] = ['retried', 'alreadyRetried', 'inQueue', 'processed', 'unreadable', 'notFound', 'refused', 'notAsked'];

const words: Record<Result, [one: string, many: string]> = {
  retried: ['waits in the queue again', 'wait in the queue again'],
  alreadyRetried: ['was retried before, and waits for its outcome', 'were retried before, and wait for their outcome'],
  inQueue: ['is in the queue already: there is nothing to retry yet', 'are in the queue already: there is nothing to retry yet'],
  processed: ['was processed meanwhile and is no failure any more', 'were processed meanwhile and are no failures any more'],
  unreadable: ['cannot be retried, because nothing usable is kept of it: ask the provider to send the event again', 'cannot be retried, because nothing usable is kept of them: ask the provider to send the events again'],
  notFound: ['is no longer kept: it was processed, or its time of keeping is over', 'are no longer kept: they were processed, or their time of keeping is over'],
  refused: ['could not be retried, and can be tried again', 'could not be retried, and can be tried again'],
  notAsked: ['was not asked for', 'were not asked for'],
};

export const wordsOf = (result: Result, count: number): string => words[result][count === 1 ? 0 : 1];

/** The text for one failure: 'It waits in the queue again.' */
export const sentenceOf = (result: Result): string => `It ${words[result][0]}.`;

export const isGood = (result: Result): boolean => result === 'retried' || result === 'processed' || result === 'alreadyRetried';

export function add(tally: Tally, found: readonly Result[]): Tally {
  const sum = { ...tally };
  for (const result of found) {
    sum[result] = (sum[result] ?? 0) + 1;
  }

  return sum;
}

export const totalOf = (tally: Tally): number => Object.values(tally).reduce((sum, count) => sum + count, 0);

export const failuresOf = (count: number): string => `${formatCount(count)} ${count === 1 ? 'failure' : 'failures'}`;

/** The result of one retry. Some results are sent as error statuses. Other errors are thrown. */
export async function resultOf(asked: Promise<{ result: RetryResult }>): Promise<RetryResult> {
  try {
    return (await asked).result;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) {
      return 'notFound';
    }

    if (error instanceof ApiError && error.status === 409) {
      return 'unreadable';
    }

    throw error;
  }
}
