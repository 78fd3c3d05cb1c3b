import { api, ApiError } from '../../api/client';
import type { FailureSummary } from '../../api/types';
import { isEverything, type Filter } from './filter';
import { resultOf, type Result } from './retryResults';

/** The failures to retry: the selected ones, or all that match. */
export type Target = { kind: 'selected'; failures: FailureSummary[] } | { kind: 'matching'; filter: Filter };

export interface Step {
  results: Result[];
  /** The failures that were not retried as they should. */
  problems: { failure: FailureSummary; text: string }[];
}

/** Continues the previous run step by step until it is done or stopped. Throws if the host fails. */
export interface Run {
  go: (onStep: (step: Step) => void, stopped: () => boolean) => Promise<void>;
  /** The number of failures left to retry, including refused ones; undefined if it is not known. */
  left: () => number | undefined;
}

const parallel = 4;

/** The number of failures in a call, small enough to show progress and to stop soon. */
const perCall = 50;

export const runOf = (target: Target): Run => (target.kind === 'selected' ? selectedRun(target.failures) : matchingRun(target.filter));

function selectedRun(failures: FailureSummary[]): Run {
  let waiting = [...failures];
  let refused: FailureSummary[] = [];
  return {
    left: () => waiting.length + refused.length,
    async go(onStep, stopped) {
      waiting = [...waiting, ...refused];
      refused = [];
      let keyRefused: ApiError | undefined;
      const work = async () => {
        while (waiting.length > 0 && !stopped() && keyRefused === undefined) {
          const failure = waiting.shift()!;
          try {
            onStep({ results: [await resultOf(api.retry(failure.id))], problems: [] });
          } catch (error) {
            if (error instanceof ApiError && error.isKeyRefused) {
              keyRefused = error;
            }

            refused.push(failure);
            onStep({ results: ['refused'], problems: [{ failure, text: error instanceof Error ? error.message : 'It went wrong in the page itself.' }] });
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(parallel, waiting.length) }, work));
      if (keyRefused !== undefined) {
        throw keyRefused;
      }
    },
  };
}

function matchingRun(filter: Filter): Run {
  let continuation: string | undefined;
  let done = false;
  return {
    left: () => (done ? 0 : undefined),
    async go(onStep, stopped) {
      while (!done && !stopped()) {
        const report = await api.retryAll({ ...filter, all: isEverything(filter), limit: perCall, continuation });
        continuation = report.continuation ?? undefined;
        done = report.continuation === null;
        onStep({ results: report.items.map((item) => item.result), problems: [] });
      }
    },
  };
}
