import { useEffect, useState } from 'preact/hooks';

import { formatName } from '../../format';
import { Field } from '../../ui/Field';
import { PeriodFields, periodProblem } from '../../ui/PeriodFields';
import { noFilter, outcomes, type Filter } from './filter';

interface Properties {
  id: string;
  filter: Filter;
  onApply: (filter: Filter) => void;
}

/** Changes nothing before it is applied. */
export function FilterForm({ id, filter, onApply }: Properties) {
  const [draft, setDraft] = useState(filter);
  const applied = JSON.stringify(filter);
  useEffect(() => setDraft(filter), [applied]);
  const change = (changed: Partial<Filter>) => setDraft((before) => ({ ...before, ...changed }));

  return (
    <form
      id={id}
      class="filters form"
      aria-label="Filters"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (periodProblem(draft) === undefined) {
          onApply(draft);
        }
      }}
    >
      <Field label="Provider" hint="Exactly, such as stripe">
        {(ids) => <input {...ids} autoComplete="off" autoCapitalize="none" spellcheck={false} maxLength={512} value={draft.provider} onInput={(event) => change({ provider: event.currentTarget.value })} />}
      </Field>
      <Field label="Method" hint="Exactly, such as card">
        {(ids) => <input {...ids} autoComplete="off" autoCapitalize="none" spellcheck={false} maxLength={512} value={draft.method} onInput={(event) => change({ method: event.currentTarget.value })} />}
      </Field>
      <Field label="Outcome" hint="Of one of its webhooks">
        {(ids) => (
          <select {...ids} value={draft.outcome} onChange={(event) => change({ outcome: event.currentTarget.value })}>
            <option value="">Any</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {formatName(outcome)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <PeriodFields what="Began" period={draft} onChange={change} />
      <div class="form-actions">
        <button type="submit" class="button button-primary">
          Apply
        </button>
        <button type="button" class="button" onClick={() => onApply(noFilter)}>
          Clear
        </button>
      </div>
    </form>
  );
}
