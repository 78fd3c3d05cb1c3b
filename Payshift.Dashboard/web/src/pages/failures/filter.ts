import { formatTime } from '../../format';
import { readPeriod } from '../../ui/PeriodFields';

/** Which failures are meant, as the address says it and as the host takes it. Empty: all. */
export const filterNames = ['provider', 'method', 'type', 'reference', 'reason', 'status', 'from', 'to'] as const;

export type FilterName = (typeof filterNames)[number];
export type Filter = Record<FilterName, string>;

export const noFilter: Filter = { provider: '', method: '', type: '', reference: '', reason: '', status: '', from: '', to: '' };

const statuses = ['open', 'retried'];

/** What the address says; what no host would take is left out. */
export function readFilter(query: URLSearchParams): Filter {
  const filter = { ...noFilter };
  for (const name of filterNames) {
    filter[name] = (query.get(name) ?? '').trim();
  }

  filter.status = statuses.includes(filter.status) ? filter.status : '';
  return { ...filter, ...readPeriod(query) };
}

export const setNames = (filter: Filter): FilterName[] => filterNames.filter((name) => filter[name] !== '');

/** Whether nothing but the status says which are meant: the host asks for all=true then. */
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
