import { useEffect, useState } from 'preact/hooks';

import { type ApiError, apiErrorOf } from '../api/client';

export interface Action<Result> {
  busy: boolean;
  result: Result | undefined;
  error: ApiError | undefined;
  /** The time when it last ended. */
  at: Date | undefined;
}

const none: Action<never> = { busy: false, result: undefined, error: undefined, at: undefined };

/** The states by name. They outlive their page, so that the result of a long action is there on return. */
const actions = new Map<string, Action<unknown>>();
const changed = new EventTarget();

function set(name: string, action: Action<unknown>): void {
  actions.set(name, action);
  changed.dispatchEvent(new Event(name));
}

/** An action by the operator, with its last result. */
export function useAction<Result>(name: string): Action<Result> & { run: (work: () => Promise<Result>) => Promise<void> } {
  const [, redraw] = useState(0);
  useEffect(() => {
    const onChange = () => redraw((before) => before + 1);
    changed.addEventListener(name, onChange);
    return () => changed.removeEventListener(name, onChange);
  }, [name]);

  const action = (actions.get(name) ?? none) as Action<Result>;
  const run = async (work: () => Promise<Result>) => {
    if (actions.get(name)?.busy === true) {
      return;
    }

    set(name, { ...action, busy: true, error: undefined });
    try {
      set(name, { busy: false, result: await work(), error: undefined, at: new Date() });
    } catch (caught) {
      set(name, { busy: false, result: undefined, error: apiErrorOf(caught), at: new Date() });
    }
  };
  return { ...action, run };
}
