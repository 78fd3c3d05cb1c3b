import { useState } from 'preact/hooks';

import { api } from '../../api/client';
import type { Processed } from '../../api/types';
import { countOf, formatCount, formatDuration } from '../../format';
import { hrefOf } from '../../route';
import { Card } from '../../ui/Card';
import { Field } from '../../ui/Field';
import { useAction } from '../../ui/useAction';
import { ActionTrouble } from './ActionTrouble';
import { Outcome } from './Outcome';
import { numberProblem } from './numberProblem';

// The limits of the API.
const maxBatchSize = 1_000;
const maxBatches = 10_000;

/** The button that processes the queue without waiting for the timer. */
export function RunBatches({ paused, onDone }: { paused: boolean; onDone: () => void }) {
  const [size, setSize] = useState('');
  const [count, setCount] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const action = useAction<Processed>('process');
  const sizeProblem = numberProblem(size, maxBatchSize);
  const countProblem = numberProblem(count, maxBatches);

  const run = async () => {
    setWasTried(true);
    if (sizeProblem === undefined && countProblem === undefined) {
      await action.run(() => api.process({ batchSize: size.trim(), maxBatches: count.trim() }));
      onDone();
    }
  };

  return (
    <Card title="Run batches">
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p class="form-words">Takes what waits and is due, as the timer does. The timer may run meanwhile: no webhook is handled twice.</p>
        <Field label="Webhooks a batch" hint={`1 to ${formatCount(maxBatchSize)}; empty: as the host chooses`} error={wasTried ? sizeProblem : undefined}>
          {(ids) => <input {...ids} inputMode="numeric" autoComplete="off" value={size} onInput={(event) => setSize(event.currentTarget.value)} />}
        </Field>
        <Field label="Batches" hint={`1 to ${formatCount(maxBatches)}; empty: until nothing waits`} error={wasTried ? countProblem : undefined}>
          {(ids) => <input {...ids} inputMode="numeric" autoComplete="off" value={count} onInput={(event) => setCount(event.currentTarget.value)} />}
        </Field>
        <div class="form-actions">
          <button type="submit" class="button button-primary" aria-disabled={action.busy} aria-busy={action.busy}>
            {action.busy ? 'Running…' : 'Run'}
          </button>
          {paused ? <span class="note">Processing is paused: a run takes nothing.</span> : null}
        </div>
      </form>
      {action.error === undefined ? null : <ActionTrouble error={action.error} at={action.at} />}
      {action.result === undefined ? null : <Ran result={action.result} at={action.at} />}
    </Card>
  );
}

const ends: Record<Processed['end'], { tone: 'good' | 'info' | 'warn' | 'bad'; words: string }> = {
  empty: { tone: 'good', words: 'Nothing that is due waits any more.' },
  batchLimit: { tone: 'info', words: 'It ended after as many batches as were asked for; more may wait.' },
  timeBudget: { tone: 'info', words: 'It ended with its time budget; more may wait. Run it again, or leave the rest to the timer.' },
  canceled: { tone: 'warn', words: 'It was broken off. What it had taken comes back when its lease ends.' },
  paused: { tone: 'warn', words: 'Processing is paused. Resume it below, then run again.' },
  unavailable: { tone: 'bad', words: 'Redis or Table Storage did not answer. What it had taken stays in the queue; run again when both answer.' },
};

function Ran({ result, at }: { result: Processed; at: Date | undefined }) {
  const { tone, words } = ends[result.end];
  const title = result.batches === 0 ? 'No batch was run.' : `${countOf(result.batches, 'batch', 'batches')} in ${formatDuration(result.elapsedSeconds)}.`;
  return (
    <Outcome tone={tone} title={title} at={at}>
      {result.batches === 0 ? null : (
        <p>
          {countOf(result.processed, 'webhook')} processed, {formatCount(result.retried)} to be retried,{' '}
          {result.failed === 0 ? 'none failed for good' : <a href={hrefOf('failures')}>{formatCount(result.failed)} failed for good</a>}.
        </p>
      )}
      <p>{words}</p>
    </Outcome>
  );
}
