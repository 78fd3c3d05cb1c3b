import { useEffect, useState } from 'preact/hooks';

import { Icon } from './Icon';

export interface Toast {
  id: number;
  tone: 'good' | 'bad' | 'info';
  text: string;
}

let next = 1;
let toasts: Toast[] = [];
const listeners = new Set<(toasts: Toast[]) => void>();
const shownMs = 8_000;

function set(changed: Toast[]): void {
  toasts = changed;
  listeners.forEach((listener) => listener(changed));
}

const dismiss = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

/** Says what came of an action. What went wrong stays until it is closed. */
export function say(tone: Toast['tone'], text: string): void {
  const toast = { id: next++, tone, text };
  set([...toasts.slice(-3), toast]);
  if (tone !== 'bad') {
    window.setTimeout(() => dismiss(toast.id), shownMs);
  }
}

export function Toasts() {
  const [shown, setShown] = useState(toasts);
  useEffect(() => {
    listeners.add(setShown);
    return () => void listeners.delete(setShown);
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} class={`toast toast-${toast.tone}`}>
          <span>{toast.text}</span>
          <button type="button" class="button button-icon" aria-label="Close this message" onClick={() => dismiss(toast.id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
