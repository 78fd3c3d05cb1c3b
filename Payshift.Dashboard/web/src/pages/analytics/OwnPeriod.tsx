import { useState } from 'preact/hooks';

import { toLocalInput } from '../../format';
import { Field } from '../../ui/Field';
import type { Change } from './AskForm';
import { periodProblem, type Period } from './period';

/** Two times of the operator's own, in their zone. */
export function OwnPeriod({ period, onChange }: { period: Period; onChange: (change: Change) => void }) {
  const [from, setFrom] = useState(toLocalInput(period.from));
  const [to, setTo] = useState(toLocalInput(period.to));
  const [problem, setProblem] = useState<string | undefined>(periodProblem(period));
  const show = () => {
    const entered = { from: new Date(from), to: new Date(to) };
    const wrong = periodProblem(entered);
    setProblem(wrong);
    if (wrong === undefined) {
      onChange({ from: entered.from.toISOString(), to: entered.to.toISOString() });
    }
  };

  return (
    <form
      class="ask-own"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <Field label="From" error={problem}>
        {(ids) => <input {...ids} type="datetime-local" value={from} onInput={(event) => setFrom(event.currentTarget.value)} />}
      </Field>
      <Field label="To">{(ids) => <input {...ids} type="datetime-local" value={to} onInput={(event) => setTo(event.currentTarget.value)} />}</Field>
      <button type="submit" class="button">
        Show
      </button>
    </form>
  );
}
