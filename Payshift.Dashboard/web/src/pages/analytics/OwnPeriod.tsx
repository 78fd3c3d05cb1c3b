import { useState } from 'preact/hooks';

import { PeriodFields } from '../../ui/PeriodFields';
import type { Change } from './AskForm';
import { periodProblem, type Period } from './period';

const textOf = (time: Date): string => (Number.isNaN(time.getTime()) ? '' : time.toISOString());

/** A custom period, in the operator's time zone. */
export function OwnPeriod({ period, onChange }: { period: Period; onChange: (change: Change) => void }) {
  const [draft, setDraft] = useState({ from: textOf(period.from), to: textOf(period.to) });
  const [problem, setProblem] = useState(periodProblem(period));
  const show = () => {
    const wrong = periodProblem({ from: new Date(draft.from), to: new Date(draft.to) });
    setProblem(wrong);
    if (wrong === undefined) {
      onChange({ ...draft });
    }
  };

  return (
    <form
      class="ask-own"
      aria-label="Own period"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <PeriodFields what="Counted" period={draft} problem={problem} onChange={setDraft} />
      <button type="submit" class="button">
        Show
      </button>
    </form>
  );
}
