import { formatTime } from '../../format';
import { readPeriod } from '../../ui/PeriodFields';

/** The filter of batches, in the form of the address and of the host. Empty for all. */
export const filterNames = ['provider', 'method', 'outcome', 'from', 'to'] as const;

export type FilterName = (typeof filterNames)[number];
export type Filter = Record<FilterName, string>;

export const noFilter: Filter = { provider: '', method: '', outcome: '', from: '', to: '' };

export const outcomes = ['processed', 'retried', 'failed'];

/** The filter in the address, without values that the host would refuse. */
export function readFilter(query: URLSearchParams): Filter {
  const outcome = query.get('outcome') ?? '';
  return {
    provider: (query.get('provider') ?? '').trim(),
    method: (query.get('method') ?? '').trim(),
    outcome: outcomes.includes(outcome) ? outcome : '',
    ...readPeriod(query),
  };
}

export const setNames = (filter: Filter): FilterName[] => filterNames.filter((name) => filter[name] !== '');

const words: Record<FilterName, (value: string) => string> = {
  provider: (value) => `Provider: ${value}`,
  method: (value) => `Method: ${value}`,
  outcome: (value) => `Outcome: ${value}`,
  from: (value) => `Began from ${formatTime(new Date(value))}`,
  to: (value) => `Began before ${formatTime(new Date(value))}`,
};

export const describe = (filter: Filter, name: FilterName): string => words[name](filter[name]);
