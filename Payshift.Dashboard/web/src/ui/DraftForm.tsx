import type { ComponentChildren } from 'preact';

import { periodProblem, type Period } from './PeriodFields';
import { useDraft } from './useDraft';

interface Properties<T extends Period> {
  id?: string;
  label: string;
  /** The values that are applied. */
  value: T;
  /** The values that stand for no filter. */
  none: T;
  onApply: (value: T) => void;
  children: (draft: T, change: (changed: Partial<T>) => void) => ComponentChildren;
}

/** The form for a list's filters. Changes take effect when they are applied. */
export function DraftForm<T extends Period>({ id, label, value, none, onApply, children }: Properties<T>) {
  const [draft, setDraft] = useDraft(value);

  return (
    <form
      id={id}
      class="filters form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (periodProblem(draft) === undefined) {
          onApply(draft);
        }
      }}
    >
      {children(draft, (changed) => setDraft((before) => ({ ...before, ...changed })))}
      <div class="form-actions">
        <button type="submit" class="button button-primary">
          Apply
        </button>
        <button type="button" class="button" onClick={() => onApply(none)}>
          Clear
        </button>
      </div>
    </form>
  );
}
