import { useEffect, useState } from 'preact/hooks';

import type { Hue } from './ui/TimeChart';

export type Theme = 'system' | 'light' | 'dark';

const name = 'payshift.theme';
const changed = new EventTarget();

export function readTheme(): Theme {
  const kept = localStorage.getItem(name);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** The stylesheet follows data-theme, and the system where it is absent. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(name);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(name, theme);
    document.documentElement.dataset['theme'] = theme;
  }

  changed.dispatchEvent(new Event('change'));
}

type Colours = Record<Hue | 'line' | 'muted', string>;

/** Resolves a colour: a light-dark(…) property is text until something is painted with it. */
function readColours(): Colours {
  const probe = document.body.appendChild(document.createElement('i'));
  const value = (property: string) => {
    probe.style.color = `var(${property})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    blue: value('--hue-blue'), green: value('--hue-green'), amber: value('--hue-amber'), red: value('--hue-red'),
    violet: value('--hue-violet'), grey: value('--hue-grey'), line: value('--line'), muted: value('--muted'),
  };
  probe.remove();
  return colours;
}

/** The same colour, translucent. */
export const veilOf = (colour: string): string => colour.replace('rgb(', 'rgba(').replace(')', ', 0.13)');

/** The stylesheet's colours, for drawing on a canvas. */
export function useColours(): Colours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const onChange = () => setColours(readColours());
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', onChange);
    changed.addEventListener('change', onChange);
    return () => {
      system.removeEventListener('change', onChange);
      changed.removeEventListener('change', onChange);
    };
  }, []);
  return colours;
}
