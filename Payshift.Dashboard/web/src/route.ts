import { useEffect, useState } from 'preact/hooks';

// Routes are after the #, which never reaches a server or a log: '#/failures?provider=stripe'.

export interface Route {
  page: string;
  query: URLSearchParams;
}

function read(): Route {
  const [path = '', query = ''] = window.location.hash.replace(/^#\/?/, '').split('?', 2);
  return { page: path === '' ? 'overview' : path, query: new URLSearchParams(query) };
}

export function hrefOf(page: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return `#/${page}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`;
}

export function go(page: string, query: Record<string, string | undefined> = {}): void {
  window.location.hash = hrefOf(page, query);
}

/** Changes the address without a new entry in the tab's history, for filters. */
export function replace(page: string, query: Record<string, string | undefined> = {}): void {
  window.history.replaceState(null, '', hrefOf(page, query));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const onChange = () => setRoute(read());
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, []);
  return route;
}
