import { formatTime } from '../../format';
import { readPeriod } from '../../ui/PeriodFields';

/** The filter of failures, in the form of the address and of the host. Empty for all. */
export const filterNames = ['provider', 'method', 'type', 'reference', 'reason', 'status', 'from', 'to'] as const;

export type FilterName = (typeof filterNames)[number];
export type Filter = Record<FilterName, string>;

export const noFilter: Filter = { provider: '', method: '', type: '', reference: '', reason: '', status: '', from: '', to: '' };

const statuses = ['open', 'retried'];

/** The filter in the address, without values that the host would refuse. */
export function readFilter(query: URLSearchParams): Filter {
  const filter = { ...noFilter };
  for (const name of filterNames) {
    filter[name] = (query.get(name) ?? '').trim();
  }

  filter.status = statuses.includes(filter.status) ? filter.status : '';
  return { ...filter, ...readPeriod(query) };
}

export const setNames = (filter: Filter): FilterName[] => filterNames.filter((name) => filter[name] !== '');

/** Whether only the status is set, for which the host requires all=true. */
export const isEverything = (filter: Filter): boolean => setNames(filter).every((name) => name === 'status');

const words: Record<FilterName, (value: string) => string> = {
  provider: (value) => `Provider: ${value}`,
  method: (value) => `Method: ${value}`,
  type: (value) => `Type: ${value}`,
  reference: (value) => `Reference: ${value}`,
  reason: (value) => `Reason has: ${value}`,
  status: (value) => `Status: ${value}`,
  from: (value) => `Received from ${formatTime(new Date(value))}`,
  to: (value) => `Received before ${formatTime(new Date(value))}`,
};

export const describe = (filter: Filter, name: FilterName): string => words[name](filter[name]);
