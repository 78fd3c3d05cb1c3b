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

function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const value = (property: string) => style.getPropertyValue(property).trim();
  return {
    blue: value('--hue-blue'), green: value('--hue-green'), amber: value('--hue-amber'), red: value('--hue-red'),
    violet: value('--hue-violet'), grey: value('--hue-grey'), line: value('--line'), muted: value('--muted'),
  };
}

/** The stylesheet's colours, for what draws on a canvas. */
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
