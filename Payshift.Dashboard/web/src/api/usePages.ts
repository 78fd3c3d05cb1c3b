import { useEffect, useState } from 'preact/hooks';

import type { ApiError } from './client';
import { useQuery } from './useQuery';

/** A part of a list, with the continuation if there is more. */
export interface Part<Row> {
  rows: Row[];
  continuation: string | null;
}

export interface Pages<Row> {
  /** The page that is shown, or the previous one while the next is awaited; undefined until the first arrives. */
  rows: Row[] | undefined;
  /** The number of the page, from 0. */
  index: number;
  error: ApiError | undefined;
  loading: boolean;
  at: number | undefined;
  hasMore: boolean;
  /** Whether nothing was found so far and there is more to search. */
  isUnfinished: boolean;
  next: () => void;
  previous: () => void;
  /** Continues the search from where it ended, on the same page. */
  searchOn: () => void;
  refresh: () => void;
}

/** The number of empty parts that are skipped before the reader is asked. */
const patience = 5;

/** A list in pages. Only one is in memory; earlier ones are loaded again from their start. */
export function usePages<Row>(key: string, ask: (continuation: string | undefined, signal: AbortSignal) => Promise<Part<Row>>): Pages<Row> {
  const [place, setPlace] = useState<{ key: string; starts: (string | undefined)[] }>({ key, starts: [undefined] });
  const starts = place.key === key ? place.starts : [undefined];
  const start = starts[starts.length - 1];
  const query = useQuery(`${key} ${start ?? ''}`, (signal) => firstFilled(start, (continuation) => ask(continuation, signal)));
  const [before, setBefore] = useState<Part<Row>>();
  useEffect(() => {
    if (query.data !== undefined) {
      setBefore(query.data);
    }
  }, [query.data]);

  const shown = query.data ?? (query.error === undefined ? before : undefined);
  const continuation = query.data?.continuation ?? undefined;
  return {
    rows: shown?.rows,
    index: starts.length - 1,
    error: query.error,
    loading: query.loading,
    at: query.at,
    hasMore: continuation !== undefined,
    isUnfinished: continuation !== undefined && query.data?.rows.length === 0,
    next: () => continuation !== undefined && setPlace({ key, starts: [...starts, continuation] }),
    previous: () => starts.length > 1 && setPlace({ key, starts: starts.slice(0, -1) }),
    searchOn: () => continuation !== undefined && setPlace({ key, starts: [...starts.slice(0, -1), continuation] }),
    refresh: query.refresh,
  };
}

async function firstFilled<Row>(start: string | undefined, ask: (continuation: string | undefined) => Promise<Part<Row>>): Promise<Part<Row>> {
  let part = await ask(start);
  for (let asked = 1; asked < patience && part.rows.length === 0 && part.continuation !== null; asked += 1) {
    part = await ask(part.continuation);
  }

  return part;
}
