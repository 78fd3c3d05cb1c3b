// The function key, kept for this tab only: sessionStorage ends with it, and no other tab reads it.
const name = 'payshift.key';

/** What happened to the key: it came, the operator took it away, or a call was refused. */
export type KeyChange = 'kept' | 'forgotten' | 'refused';

type Listener = (change: KeyChange) => void;
const listeners = new Set<Listener>();
const tell = (change: KeyChange) => listeners.forEach((listener) => listener(change));

export const readKey = (): string | null => sessionStorage.getItem(name);

export function keepKey(key: string): void {
  sessionStorage.setItem(name, key);
  tell('kept');
}

export function forgetKey(change: Exclude<KeyChange, 'kept'>): void {
  sessionStorage.removeItem(name);
  tell(change);
}

export function onKeyChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
