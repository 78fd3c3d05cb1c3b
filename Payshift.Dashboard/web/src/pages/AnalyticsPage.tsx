import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

import { api } from '../api/client';
import { hostNow } from '../api/clock';
import type { Analytics } from '../api/types';
import { useQuery } from '../api/useQuery';
import { Delay } from '../charts/Delay';
import { Throughput } from '../charts/Throughput';
import { replace, useRoute } from '../route';
import { Card } from '../ui/Card';
import { Icon } from '../ui/Icon';
import { Empty, Skeleton, Trouble } from '../ui/Notes';
import { Page } from '../ui/Page';
import { Time } from '../ui/Time';
import { AskForm, type Change } from './analytics/AskForm';
import { readAsked } from './analytics/asked';
import { exportGroups, exportSteps } from './analytics/exports';
import { Groups } from './analytics/Groups';
import { Totals } from './analytics/Totals';

/** The analytics over time. The address has the query. */
export function AnalyticsPage() {
  const { query } = useRoute();
  const key = query.toString();
  const asked = readAsked(query, hostNow());
  const answer = useQuery<Analytics | undefined>(key, async (signal) => {
    const { period, step, provider, method, problem } = readAsked(query, hostNow());
    return problem === undefined ? api.analytics({ from: period.from.toISOString(), to: period.to.toISOString(), by: step, provider, method }, signal) : undefined;
  });
  const { data } = answer;
  const seen = useRef({ providers: new Set<string>(), methods: new Set<string>() });
  data?.groups.forEach((group) => {
    seen.current.providers.add(group.provider);
    seen.current.methods.add(group.paymentMethod);
  });

  const change = (changed: Change) => replace('analytics', { ...Object.fromEntries(query), ...changed });
  const show = (render: (data: Analytics) => ComponentChildren, waiting: ComponentChildren) =>
    data !== undefined ? render(data) : answer.loading ? waiting : <Empty title="Nothing to show" />;
  const isEmpty = data !== undefined && data.total.received + data.total.processed + data.total.failed + data.total.retried === 0;

  return (
    <Page
      title="Analytics"
      actions={
        <>
          <Span since={data?.since ?? timeOf(asked.period.from)} until={data?.until ?? timeOf(asked.period.to)} />
          <button type="button" class="button" aria-busy={answer.loading} onClick={answer.refresh}>
            <Icon name="refresh" size={16} />
            Refresh
          </button>
        </>
      }
    >
      <AskForm asked={asked} providers={[...seen.current.providers].sort()} methods={[...seen.current.methods].sort()} onChange={change} />
      {answer.error === undefined ? null : <Trouble error={answer.error} stale={data !== undefined} retry={answer.refresh} />}
      {data?.isComplete === false ? (
        <div class="alert alert-warn" role="status">
          <Icon name="warning" />
          <p>
            <strong>Not everything is counted.</strong> There are more batches than one call reads, in this period or in the one before. Sums and trends are too
            low, and charts lack a part. Choose a shorter period.
          </p>
        </div>
      ) : null}
      <Totals data={data} />
      <div class="grid">
        <Card title={`Webhooks by ${asked.step}`} wide extra={<Export data={data} name="steps" onExport={exportSteps} />}>
          {show((known) => (isEmpty ? <Empty title="No webhook in this period">Choose a longer one, or fewer filters.</Empty> : <Throughput label={`Webhooks by ${known.by}`} data={known} />), <Skeleton chart />)}
          {asked.step === 'day' ? <p class="note">Days are those of UTC.</p> : null}
        </Card>
        <Card title="From receipt to record" wide>
          {show((known) => (known.total.delay === null ? <Empty title="Nothing was recorded in this period" /> : <Delay label="Delay from receipt to record" data={known} />), <Skeleton chart />)}
        </Card>
        <Card title="By provider and payment method" wide extra={<Export data={data} name="groups" onExport={exportGroups} />}>
          {show((known) => (known.groups.length === 0 ? <Empty title="No webhook in this period" /> : <Groups groups={known.groups} />), <Skeleton lines={5} />)}
        </Card>
      </div>
    </Page>
  );
}

const timeOf = (time: Date): string | undefined => (Number.isNaN(time.getTime()) ? undefined : time.toISOString());

/** The description of the sums, also before they are loaded. */
function Span({ since, until }: { since: string | undefined; until: string | undefined }) {
  return (
    <span class="live">
      <Time at={since} short /> – <Time at={until} short />
    </span>
  );
}

function Export({ data, name, onExport }: { data: Analytics | undefined; name: string; onExport: (data: Analytics) => void }) {
  return (
    <button type="button" class="button button-text" aria-label={`Export as CSV: ${name}`} disabled={data === undefined} onClick={() => data !== undefined && onExport(data)}>
      Export as CSV
    </button>
  );
}
