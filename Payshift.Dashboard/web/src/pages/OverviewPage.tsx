import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';

import { api } from '../api/client';
import { hostNow } from '../api/clock';
import type { Analytics } from '../api/types';
import { useQuery, type QueryState } from '../api/useQuery';
import { Delay } from '../charts/Delay';
import { Throughput } from '../charts/Throughput';
import { hrefOf } from '../route';
import { Card } from '../ui/Card';
import { Empty, Skeleton, Trouble } from '../ui/Notes';
import { Page } from '../ui/Page';
import { Alerts } from './overview/Alerts';
import { DurationTable } from './overview/DurationTable';
import { FailuresByProvider } from './overview/FailuresByProvider';
import { Liveness } from './overview/Liveness';
import { Numbers } from './overview/Numbers';
import { Partitions } from './overview/Partitions';
import { Rates } from './overview/Rates';
import { Timers } from './overview/Timers';

const statsEveryMs = 2_000;
const chartsEveryMs = 20_000;
const minuteMs = 60_000;
const minutes = 60;

/** An hour of whole minutes, and the current one. */
function lastHour(): { from: string; to: string } {
  const now = hostNow();
  const minute = now - (now % minuteMs);
  return { from: new Date(minute - minutes * minuteMs).toISOString(), to: new Date(now).toISOString() };
}

/** The points without the current minute, which would look like a drop. */
const wholeMinutes = (hour: Analytics): Analytics => ({ ...hour, series: hour.series.slice(0, -1) });

/** The current state, refreshed every two seconds. */
export function OverviewPage() {
  const stats = useQuery('stats', api.stats, statsEveryMs);
  const hour = useQuery('hour', (signal) => api.analytics({ ...lastHour(), by: 'minute' }, signal), chartsEveryMs);

  const charts = useMemo(() => ({ ...hour, data: hour.data === undefined ? undefined : wholeMinutes(hour.data) }), [hour.data, hour.error]);

  return (
    <Page title="Overview" actions={<Liveness at={stats.at} failed={stats.error !== undefined} />}>
      {stats.error === undefined ? null : <Trouble error={stats.error} stale={stats.data !== undefined} retry={stats.refresh} />}
      <Alerts stats={stats.data} failed={stats.error !== undefined} />
      <Numbers stats={stats.data} />
      <div class="grid">
        <Card title="Webhooks a minute, last hour" wide>
          {shown(charts, <Skeleton chart />, (data) => <Throughput label="Webhooks a minute over the last hour" data={data} />)}
        </Card>
        <Card title="From receipt to record, last hour" wide>
          {shown(charts, <Skeleton chart />, (data) => <Delay label="Delay from receipt to record over the last hour" data={data} />)}
        </Card>
        <Card title="Failures by provider, last hour" extra={<a href={hrefOf('failures')}>All failures</a>}>
          {shown(hour, <Skeleton lines={6} />, (data) => <FailuresByProvider hour={data} />)}
        </Card>
        <Card title="Rates a minute">{shown(stats, <Skeleton lines={6} />, (data) => <Rates stats={data} />)}</Card>
        <Card title="Durations, last hour">{shown(stats, <Skeleton lines={7} />, (data) => <DurationTable stats={data} />)}</Card>
        <Card title="Timers">{shown(stats, <Skeleton lines={7} />, (data) => <Timers stats={data} />)}</Card>
        <Card title="Partitions" wide>
          {shown(stats, <Skeleton lines={12} />, (data) => <Partitions stats={data} />)}
        </Card>
      </div>
    </Page>
  );
}

/** The known state, even while it is out of date. */
function shown<T>(query: QueryState<T>, waiting: ComponentChildren, render: (data: T) => ComponentChildren): ComponentChildren {
  return query.data !== undefined ? render(query.data) : query.error === undefined ? waiting : <Empty title="Not known">Nothing was answered yet; it is asked again by itself.</Empty>;
}
