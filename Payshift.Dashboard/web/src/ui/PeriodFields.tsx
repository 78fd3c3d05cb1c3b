import { fromLocalInput, toLocalInput } from '../format';
import { Field } from './Field';

export interface Period {
  /** ISO 8601; empty: not set. */
  from: string;
  to: string;
}

interface Properties {
  /** What happened in the period: 'Received'. */
  what: string;
  period: Period;
  /** What else is wrong with it. */
  problem?: string | undefined;
  onChange: (period: Period) => void;
}

const readTime = (text: string | null): string => (text !== null && !Number.isNaN(Date.parse(text)) ? text : '');

/** As the address says it; what is no time is left out. */
export const readPeriod = (query: URLSearchParams): Period => ({ from: readTime(query.get('from')), to: readTime(query.get('to')) });

/** What is wrong with a period, undefined where nothing is. */
export const periodProblem = ({ from, to }: Period): string | undefined =>
  from !== '' && to !== '' && Date.parse(from) >= Date.parse(to) ? 'The end must be after the begin.' : undefined;

/** Seconds are only shown where there are some. */
const stepOf = (time: string): number => (toLocalInput(time).length > 16 ? 1 : 60);

/** Two points in time in the reader's own zone. */
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
