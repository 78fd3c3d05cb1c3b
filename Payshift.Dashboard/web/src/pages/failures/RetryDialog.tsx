import { useEffect, useRef, useState } from 'preact/hooks';

import { api, type ApiError, apiErrorOf } from '../../api/client';
import { useQuery } from '../../api/useQuery';
import { formatCount } from '../../format';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { Skeleton, Trouble } from '../../ui/Notes';
import { describe, isEverything, setNames, type Filter } from './filter';
import { add, failuresOf, totalOf, type Tally } from './retryResults';
import { runOf, type Step, type Target } from './retryRuns';
import { TallyList } from './TallyList';

interface Properties {
  target: Target;
  onClose: () => void;
}

type Phase = 'asks' | 'runs' | 'stops' | 'ended';

const mostProblems = 20;

/** The dialog that confirms, retries with progress and sums up. A stop takes effect after the calls in progress. */
export function RetryDialog({ target, onClose }: Properties) {
  const run = useRef(runOf(target));
  const stopped = useRef(false);
  const [phase, setPhase] = useState<Phase>('asks');
  const [tally, setTally] = useState<Tally>({});
  const [problems, setProblems] = useState<Step['problems']>([]);
  const [error, setError] = useState<ApiError>();
  const count = useQuery('count', (signal) => countOf(target, signal));
  const done = totalOf(tally);
  const busy = phase === 'runs' || phase === 'stops';
  const heading = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (phase !== 'asks') {
      heading.current?.focus();
    }
  }, [phase]);
  useEffect(() => () => void (stopped.current = true), []);

  const go = async () => {
    stopped.current = false;
    setPhase('runs');
    setError(undefined);
    setProblems([]);
    setTally((before) => ({ ...before, refused: 0 }));
    try {
      await run.current.go(
        (step) => {
          setTally((before) => add(before, step.results));
          setProblems((before) => [...before, ...step.problems].slice(0, mostProblems));
        },
        () => stopped.current,
      );
    } catch (caught) {
      setError(apiErrorOf(caught));
    }

    setPhase('ended');
  };
  const stop = () => {
    stopped.current = true;
    setPhase('stops');
  };
  const left = run.current.left();
  const whole = phase === 'ended' && left !== undefined ? { ...tally, notAsked: left - (tally.refused ?? 0) } : tally;
  const canGoOn = phase === 'ended' && left !== 0;

  return (
    <Dialog
      title={target.kind === 'selected' ? 'Retry selected' : 'Retry all that match'}
      onClose={() => (busy ? stop() : onClose())}
      actions={
        phase === 'asks' ? (
          <>
            <button type="button" class="button" onClick={onClose}>
              Cancel
            </button>
            <button type="button" class="button button-primary" disabled={count.data === undefined || count.data.matched === 0} onClick={() => void go()}>
              {count.data === undefined || count.data.matched === 0 ? 'Retry' : `Retry ${count.data.isMore ? 'all' : formatCount(count.data.matched)}`}
            </button>
          </>
        ) : busy ? (
          <button type="button" class="button" disabled={phase === 'stops'} onClick={stop}>
            {phase === 'stops' ? 'Stopping…' : 'Stop'}
          </button>
        ) : (
          <>
            {canGoOn ? (
              <button type="button" class="button" onClick={() => void go()}>
                Go on
              </button>
            ) : null}
            <button type="button" class="button button-primary" onClick={onClose}>
              Close
            </button>
          </>
        )
      }
    >
      {phase === 'asks' ? (
        <Question target={target} count={count.data} error={count.error} retry={count.refresh} />
      ) : (
        <>
          <p ref={heading} tabIndex={-1} role="status">
            <strong>
              {phase === 'runs'
                ? `Retrying: ${formatCount(done)}${count.data === undefined ? '' : ` of ${numberOf(count.data)}`} done.`
                : phase === 'stops'
                  ? 'Stopping after the calls at hand…'
                  : canGoOn
                    ? `Not all is done: ${failuresOf(done)} asked for.`
                    : done === 0
                      ? 'Nothing was left to retry.'
                      : `Done with ${failuresOf(done)}.`}
            </strong>
          </p>
          {busy ? <progress class="progress" aria-label="Progress" {...(count.data === undefined || count.data.isMore ? {} : { max: Math.max(count.data.matched, done, 1), value: done })} /> : null}
          {error === undefined ? null : <Trouble error={error} />}
          <TallyList tally={whole} />
          {problems.length === 0 ? null : (
            <details>
              <summary>What could not be retried</summary>
              <ul class="links">
                {problems.map(({ failure, text }, index) => (
                  <li key={index} class="any">
                    {failure.eventType} of {failure.paymentReference}: {text}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Dialog>
  );
}

interface Count {
  matched: number;
  isMore: boolean;
}

async function countOf(target: Target, signal: AbortSignal): Promise<Count> {
  if (target.kind === 'selected') {
    return { matched: target.failures.length, isMore: false };
  }

  const report = await api.retryAll({ ...target.filter, dryRun: true }, signal);
  return { matched: report.matched, isMore: report.continuation !== null };
}

const numberOf = (count: Count): string => `${count.isMore ? 'more than ' : ''}${formatCount(count.matched)}`;

function Question({ target, count, error, retry }: { target: Target; count: Count | undefined; error: ApiError | undefined; retry: () => void }) {
  if (error !== undefined) {
    return <Trouble error={error} retry={retry} />;
  }

  if (count === undefined) {
    return <Skeleton lines={3} label="Counting" />;
  }

  return (
    <>
      <p>
        <strong>
          {target.kind === 'selected'
            ? `${failuresOf(count.matched)} selected.`
            : count.isMore
              ? `More than ${failuresOf(count.matched)} match.`
              : `${failuresOf(count.matched)} ${count.matched === 1 ? 'matches' : 'match'}.`}
        </strong>
      </p>
      {target.kind === 'matching' ? <Meant filter={target.filter} /> : null}
      <p>
        {count.matched === 0
          ? 'There is nothing to retry.'
          : 'Their webhooks wait in the queue again, at their priority and with the same ids. What is processed is no failure any more; what fails again is listed again.'}
      </p>
    </>
  );
}

/** The description of the selected failures, above all when it is all of them. */
function Meant({ filter }: { filter: Filter }) {
  const hasPeriod = filter.from !== '' || filter.to !== '';
  return (
    <>
      {isEverything(filter) ? (
        <p class="alert alert-warn">
          <Icon name="warning" />
          <span>
            <strong>No filter is set: everything is meant,</strong> every {filter.status === 'retried' ? 'retried' : 'open'} failure of the last 90 days.
          </span>
        </p>
      ) : (
        <ul class="links" aria-label="Which are meant">
          {setNames(filter).map((name) => (
            <li key={name} class="any">
              {describe(filter, name)}
            </li>
          ))}
          {filter.status === '' ? <li>Status: open</li> : null}
          {hasPeriod ? null : <li>Received in the last 90 days</li>}
        </ul>
      )}
    </>
  );
}
