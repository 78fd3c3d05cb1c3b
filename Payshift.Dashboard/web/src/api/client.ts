import { noteHostTime } from './clock';
import { forgetKey, readKey } from './key';
import type {
  Analytics, Audit, Batches, CleanedUp, Failure, Failures, PauseChange, Payment, Processed, Retries, Retry, Stats,
} from './types';

/** The parameters of a call. Undefined and empty ones are left out. */
export type Query = Record<string, string | number | boolean | undefined>;

/** The error of a call that failed or got no response. */
export class ApiError extends Error {
  /** @param status The HTTP status; 0 if the host did not respond. */
  constructor(readonly status: number, message: string) {
    super(message);
  }

  get isKeyRefused(): boolean {
    return this.status === 401;
  }

  /** Whether the same call may succeed later. */
  get isOutage(): boolean {
    return this.status === 0 || this.status === 503;
  }
}

/** The error of a call as an ApiError. A response that does not come from the host cannot be read. */
export const apiErrorOf = (caught: unknown): ApiError => (caught instanceof ApiError ? caught : new ApiError(0, 'The answer could not be read.'));

const root = '/payment/admin/';

export function queryString(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '' && value !== false);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

async function call<T>(method: 'GET' | 'POST', path: string, query: Query = {}, signal?: AbortSignal, key = readKey()): Promise<T> {
  let response: Response;
  try {
    response = await fetch(root + path + queryString(query), {
      method,
      headers: { accept: 'application/json', ...(key === null ? {} : { 'x-functions-key': key }) },
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }

    throw new ApiError(0, 'The host does not answer.');
  }

  noteHostTime(response.headers.get('date'));
  if (!response.ok) {
    // Only the key of this call was refused; there may be another by now.
    if (response.status === 401 && key !== null && key === readKey()) {
      forgetKey('refused');
    }

    throw new ApiError(response.status, await problemOf(response));
  }

  return (await response.json()) as T;
}

/** The detail of application/problem+json (RFC 9457). */
async function problemOf(response: Response): Promise<string> {
  if (response.status === 401) {
    return 'The key is not accepted.';
  }

  try {
    const problem = (await response.json()) as { detail?: unknown; title?: unknown };
    if (typeof problem.detail === 'string') {
      return problem.detail;
    }

    if (typeof problem.title === 'string') {
      return problem.title;
    }
  } catch {
    // The response came from something between the host and the page.
  }

  return `The host answered ${response.status}.`;
}

/** Checks the key with the health route, which is small, fast and returns 200 whatever is out of reach. */
const tryKey = (key: string) => call<unknown>('GET', 'health', {}, undefined, key);

const segment = encodeURIComponent;

export const api = {
  tryKey,
  stats: (signal?: AbortSignal) => call<Stats>('GET', 'stats', {}, signal),
  analytics: (query: Query, signal?: AbortSignal) => call<Analytics>('GET', 'analytics', query, signal),
  batches: (query: Query, signal?: AbortSignal) => call<Batches>('GET', 'batches', query, signal),
  failures: (query: Query, signal?: AbortSignal) => call<Failures>('GET', 'failures', query, signal),
  failure: (id: string, signal?: AbortSignal) => call<Failure>('GET', `failures/${segment(id)}`, {}, signal),
  retry: (id: string, signal?: AbortSignal) => call<Retry>('POST', `failures/${segment(id)}/retry`, {}, signal),
  retryAll: (query: Query, signal?: AbortSignal) => call<Retries>('POST', 'failures/retry', query, signal),
  payment: (reference: string, signal?: AbortSignal) => call<Payment>('GET', `payments/${segment(reference)}`, {}, signal),
  audit: (query: Query, signal?: AbortSignal) => call<Audit>('GET', 'audit', query, signal),
  process: (query: Query, signal?: AbortSignal) => call<Processed>('POST', 'process', query, signal),
  cleanup: (signal?: AbortSignal) => call<CleanedUp>('POST', 'cleanup', {}, signal),
  pause: (provider: string | undefined, signal?: AbortSignal) => call<PauseChange>('POST', 'queue/pause', { provider }, signal),
  resume: (provider: string | undefined, signal?: AbortSignal) => call<PauseChange>('POST', 'queue/resume', { provider }, signal),
};
