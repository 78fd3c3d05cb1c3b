// The last references that were found, for this tab only.
const name = 'payshift.searches';
const most = 6;

export function readSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry): entry is string => typeof entry === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** The references, latest first, without repetitions. */
export function keepSearch(reference: string): string[] {
  const searches = [reference, ...readSearches().filter((kept) => kept !== reference)].slice(0, most);
  sessionStorage.setItem(name, JSON.stringify(searches));
  return searches;
}

export function forgetSearches(): string[] {
  sessionStorage.removeItem(name);
  return [];
}
