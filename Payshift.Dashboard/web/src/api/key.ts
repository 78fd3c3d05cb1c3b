// The function key, for this tab only: sessionStorage ends with the tab and is not shared with others.
const name = 'payshift.key';

/** The state of the key: present, removed by the operator, or refused by a call. */
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
