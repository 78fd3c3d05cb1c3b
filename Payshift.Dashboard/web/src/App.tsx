import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { forgetKey, onKeyChange, readKey } from './api/key';
import { AnalyticsPage } from './pages/AnalyticsPage';
import { AuditPage } from './pages/AuditPage';
import { BatchesPage } from './pages/BatchesPage';
import { FailuresPage } from './pages/FailuresPage';
import { KeyPage } from './pages/KeyPage';
import { OverviewPage } from './pages/OverviewPage';
import { PaymentsPage } from './pages/PaymentsPage';
import { ToolsPage } from './pages/ToolsPage';
import { hrefOf, useRoute } from './route';
import { applyTheme, readTheme, type Theme } from './theme';
import { Icon, type IconName } from './ui/Icon';

const pages: { name: string; title: string; icon: IconName; Page: FunctionComponent }[] = [
  { name: 'overview', title: 'Overview', icon: 'overview', Page: OverviewPage },
  { name: 'failures', title: 'Failures', icon: 'failures', Page: FailuresPage },
  { name: 'payments', title: 'Payments', icon: 'payments', Page: PaymentsPage },
  { name: 'batches', title: 'Batches', icon: 'batches', Page: BatchesPage },
  { name: 'analytics', title: 'Analytics', icon: 'analytics', Page: AnalyticsPage },
  { name: 'audit', title: 'Audit', icon: 'audit', Page: AuditPage },
  { name: 'tools', title: 'Tools', icon: 'tools', Page: ToolsPage },
];

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const themeIcons: Record<Theme, IconName> = { system: 'system', light: 'sun', dark: 'moon' };

export function App() {
  const [hasKey, setHasKey] = useState(readKey() !== null);
  const [wasRefused, setWasRefused] = useState(false);
  const [theme, setTheme] = useState(readTheme);
  const route = useRoute();
  const current = pages.find((page) => page.name === route.page) ?? pages[0]!;

  useEffect(
    () =>
      onKeyChange((change) => {
        setWasRefused(change === 'refused');
        setHasKey(change === 'kept');
      }),
    [],
  );
  useEffect(() => {
    document.title = hasKey ? `${current.title} · Payshift` : 'Payshift';
  }, [current, hasKey]);

  if (!hasKey) {
    return <KeyPage wasRefused={wasRefused} />;
  }

  return (
    <div class="shell">
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          // The address after the # belongs to the page.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        Skip to content
      </a>
      <header class="top">
        <a class="brand" href={hrefOf('overview')}>
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="26" height="26" />
          <span>Payshift</span>
        </a>
        <span class="top-host">{window.location.host}</span>
        <button
          type="button"
          class="button button-icon"
          aria-label={`Colours: ${theme}. Change to ${nextTheme[theme]}`}
          title={`Colours: ${theme}`}
          onClick={() => {
            applyTheme(nextTheme[theme]);
            setTheme(nextTheme[theme]);
          }}
        >
          <Icon name={themeIcons[theme]} />
        </button>
        <button
          type="button"
          class="button button-icon"
          aria-label="Forget the key"
          title="Forget the key"
          onClick={() => forgetKey('forgotten')}
        >
          <Icon name="leave" />
        </button>
      </header>
      <nav class="nav" aria-label="Pages">
        <ul>
          {pages.map((page) => (
            <li key={page.name}>
              <a href={hrefOf(page.name)} aria-current={page === current ? 'page' : undefined}>
                <Icon name={page.icon} />
                <span>{page.title}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="main" id="content" tabIndex={-1}>
        <current.Page key={current.name} />
      </main>
    </div>
  );
}
