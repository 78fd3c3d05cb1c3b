import { fromLocalInput, toLocalInput } from '../format';
import { Field } from './Field';

export interface Period {
  /** ISO 8601; empty if not set. */
  from: string;
  to: string;
}

interface Properties {
  /** The label of the period, for example 'Received'. */
  what: string;
  period: Period;
  /** Another problem with the period. */
  problem?: string | undefined;
  onChange: (period: Period) => void;
}

const readTime = (text: string | null): string => (text !== null && !Number.isNaN(Date.parse(text)) ? text : '');

/** The period in the address. Values that are not times are left out. */
export const readPeriod = (query: URLSearchParams): Period => ({ from: readTime(query.get('from')), to: readTime(query.get('to')) });

/** The problem with a period; undefined if there is none. */
export const periodProblem = ({ from, to }: Period): string | undefined =>
  from !== '' && to !== '' && Date.parse(from) >= Date.parse(to) ? 'The end must be after the begin.' : undefined;

/** The step of the input, which shows seconds only if they are not zero. */
const stepOf = (time: string): number => (toLocalInput(time).length > 16 ? 1 : 60);

/** The two ends of a period in the reader's time zone. */
export function PeriodFields({ what, period, problem, onChange }: Properties) {
  return (
    <>
      <Field label={`${what} from`} hint="Local time">
        {(ids) => (
          <input {...ids} type="datetime-local" step={stepOf(period.from)} max="9999-12-31T23:59" value={toLocalInput(period.from)} onChange={(event) => onChange({ ...period, from: fromLocalInput(event.currentTarget.value) })} />
        )}
      </Field>
      <Field label={`${what} before`} hint="Local time" error={periodProblem(period) ?? problem}>
        {(ids) => (
          <input {...ids} type="datetime-local" step={stepOf(period.to)} max="9999-12-31T23:59" value={toLocalInput(period.to)} onChange={(event) => onChange({ ...period, to: fromLocalInput(event.currentTarget.value) })} />
        )}
      </Field>
    </>
  );
}
