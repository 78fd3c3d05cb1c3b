import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { type ApiError, apiErrorOf } from './client';

export interface QueryState<T> {
  /** The last response, even while a newer one is awaited or failed. */
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  /** The time of the last response. */
  at: number | undefined;
  refresh: () => void;
}

const slowest = 30_000;

/**
 * Asks when `key` changes, and again every `everyMs` while the tab is visible. Where calls fail, the pauses double.
 * An answer to an older key is dropped; data of an older key is not shown.
 */
export function useQuery<T>(key: string, ask: (signal: AbortSignal) => Promise<T>, everyMs?: number): QueryState<T> {
  const [state, setState] = useState<{ key: string; data?: T | undefined; error?: ApiError | undefined; at?: number | undefined; loading: boolean }>({ key, loading: true });
  const [round, setRound] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    const abort = new AbortController();
    let timer: number | undefined;
    let asking = false;
    let failures = 0;
    setState((before) => (before.key === key ? { ...before, loading: true } : { key, loading: true }));

    const later = () => {
      if (everyMs !== undefined && !abort.signal.aborted) {
        timer = window.setTimeout(() => void run(), Math.min(everyMs * 2 ** failures, Math.max(everyMs, slowest)));
      }
    };
    const run = async () => {
      timer = undefined;
      if (document.hidden && everyMs !== undefined) {
        return;
      }

      asking = true;
      try {
        const data = await latest.current(abort.signal);
        failures = 0;
        if (!abort.signal.aborted) {
          setState({ key, data, at: Date.now(), loading: false });
        }
      } catch (error) {
        failures = Math.min(failures + 1, 6);
        if (!abort.signal.aborted) {
          const told = apiErrorOf(error);
          setState((before) => ({ ...before, key, error: told, loading: false }));
        }
      }

      asking = false;
      later();
    };
    const onVisible = () => {
      if (!document.hidden && !asking && timer === undefined && everyMs !== undefined) {
        void run();
      }
    };

    void run();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      abort.abort();
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [key, everyMs, round]);

  const refresh = useCallback(() => setRound((before) => before + 1), []);
  const own = state.key === key ? state : { key, data: undefined, error: undefined, at: undefined, loading: true };
  return { data: own.data, error: own.error, loading: own.loading, at: own.at, refresh };
}
