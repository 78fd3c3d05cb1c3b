import { formatName } from '../../format';
import { DraftForm } from '../../ui/DraftForm';
import { Field } from '../../ui/Field';
import { PeriodFields } from '../../ui/PeriodFields';
import { noFilter, outcomes, type Filter } from './filter';

interface Properties {
  id: string;
  filter: Filter;
  onApply: (filter: Filter) => void;
}

export function FilterForm({ id, filter, onApply }: Properties) {
  return (
    <DraftForm id={id} label="Filters" value={filter} none={noFilter} onApply={onApply}>
      {(draft, change) => (
        <>
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
        </>
      )}
    </DraftForm>
  );
}
