import { hostNow } from '../../api/clock';
import type { AnalyticsStep } from '../../api/types';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { useDraft } from '../../ui/useDraft';
import type { Asked } from './asked';
import { OwnPeriod } from './OwnPeriod';
import { presetPeriod, presets, stepFits, steps, usualStep, type Preset } from './period';

export type Change = Record<string, string | undefined>;

interface Properties {
  asked: Asked;
  /** Names to choose from. */
  providers: string[];
  methods: string[];
  /** Receives the changes to the address. */
  onChange: (change: Change) => void;
}

const stepTexts: Record<AnalyticsStep, string> = { minute: 'Minute', hour: 'Hour', day: 'Day' };

/** The form for the period, its step and the filter of webhooks. */
export function AskForm({ asked, providers, methods, onChange }: Properties) {
  const choose = (value: Preset | 'own') => {
    if (value !== 'own') {
      onChange({ period: value, from: undefined, to: undefined, by: undefined });
      return;
    }

    // The current period, for the operator to change.
    const period = asked.preset === undefined ? asked.period : presetPeriod(asked.preset, asked.step, hostNow());
    onChange({ period: undefined, from: period.from.toISOString(), to: period.to.toISOString() });
  };

  return (
    <div class="ask">
      <Choice label="Period" options={[...presets, { value: 'own', text: 'Own' }]} value={asked.preset ?? 'own'} onChange={choose} />
      <Choice
        label="Step"
        options={steps.map((step) => ({ value: step, text: stepTexts[step], disabled: !stepFits(asked.period, step) }))}
        value={asked.step}
        onChange={(step) => onChange({ by: step === usualStep(asked.period) ? undefined : step })}
      />
      <Name label="Provider" value={asked.provider} names={providers} onChange={(provider) => onChange({ provider })} />
      <Name label="Payment method" value={asked.method} names={methods} onChange={(method) => onChange({ method })} />
      {asked.preset === undefined ? <OwnPeriod key={`${asked.period.from}/${asked.period.to}`} period={asked.period} onChange={onChange} /> : null}
    </div>
  );
}

interface NameProperties {
  label: string;
  value: string | undefined;
  names: string[];
  onChange: (value: string | undefined) => void;
}

function Name({ label, value, names, onChange }: NameProperties) {
  // A response that arrives during input renders the form again.
  const [draft, setDraft] = useDraft(value ?? '');
  return (
    <Field label={label}>
      {(ids) => (
        <>
          <input
            {...ids}
            list={`${ids.id}-names`}
            placeholder="All"
            autoComplete="off"
            autoCapitalize="none"
            spellcheck={false}
            value={draft}
            onInput={(event) => setDraft(event.currentTarget.value)}
            onChange={(event) => onChange(event.currentTarget.value.trim().toLowerCase() || undefined)}
          />
          <datalist id={`${ids.id}-names`}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
