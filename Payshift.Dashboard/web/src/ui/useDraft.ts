import { useLayoutEffect, useState, type Dispatch, type StateUpdater } from 'preact/hooks';

/**
 * What is entered, until it is applied. When what is applied changes, it becomes that at once: later it would undo what was
 * entered meanwhile.
 */
export function useDraft<T>(applied: T): [T, Dispatch<StateUpdater<T>>] {
  const [draft, setDraft] = useState(applied);
  useLayoutEffect(() => setDraft(applied), [JSON.stringify(applied)]);
  return [draft, setDraft];
}
