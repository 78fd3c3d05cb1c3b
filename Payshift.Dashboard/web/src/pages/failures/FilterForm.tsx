import { DraftForm } from '../../ui/DraftForm';
import { Field } from '../../ui/Field';
import { PeriodFields } from '../../ui/PeriodFields';
import { noFilter, type Filter } from './filter';

interface Properties {
  id: string;
  filter: Filter;
  /** The providers to choose from. */
  providers: string[];
  onApply: (filter: Filter) => void;
}

const texts = [
  { name: 'method', label: 'Method', hint: 'Exactly, such as card' },
  { name: 'type', label: 'Event type', hint: 'Exactly, such as charge.succeeded' },
  { name: 'reference', label: 'Payment reference', hint: 'Exactly' },
  { name: 'reason', label: 'Reason', hint: 'A part of it' },
] as const;

export function FilterForm({ id, filter, providers, onApply }: Properties) {
  return (
    <DraftForm id={id} label="Filters" value={filter} none={noFilter} onApply={onApply}>
      {(draft, change) => (
        <>
          <Field label="Provider" hint="Exactly, such as stripe">
            {(ids) => (
              <>
                <input {...ids} list={`${id}-providers`} autoComplete="off" spellcheck={false} maxLength={512} value={draft.provider} onInput={(event) => change({ provider: event.currentTarget.value })} />
                <datalist id={`${id}-providers`}>
                  {providers.map((provider) => (
                    <option key={provider} value={provider} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          {texts.map(({ name, label, hint }) => (
            <Field key={name} label={label} hint={hint}>
              {(ids) => <input {...ids} autoComplete="off" spellcheck={false} maxLength={512} value={draft[name]} onInput={(event) => change({ [name]: event.currentTarget.value })} />}
            </Field>
          ))}
          <Field label="Status" hint="Retried: not decided yet">
            {(ids) => (
              <select {...ids} value={draft.status} onChange={(event) => change({ status: event.currentTarget.value })}>
                <option value="">Any</option>
                <option value="open">Open</option>
                <option value="retried">Retried</option>
              </select>
            )}
          </Field>
          <PeriodFields what="Received" period={draft} onChange={change} />
        </>
      )}
    </DraftForm>
  );
}
