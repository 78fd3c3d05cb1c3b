import { useMemo } from 'preact/hooks';

import { api } from '../api/client';
import type { Analytics, Stats } from '../api/types';
import { useQuery } from '../api/useQuery';
import { formatBytes, formatCount, formatDuration, formatLarge, formatRate, formatShare, missing } from '../format';
import { hrefOf } from '../route';
import { Badge } from '../ui/Badge';
import { Bars } from '../ui/Bars';
import { Card } from '../ui/Card';
import { Icon } from '../ui/Icon';
import { Metric } from '../ui/Metric';
import { Empty, Skeleton, Trouble } from '../ui/Notes';
import { Page } from '../ui/Page';
import { Time } from '../ui/Time';
import { TimeChart, type Line } from '../ui/TimeChart';
import { alertsOf, waitingOf } from './overview/alerts';

const statsEveryMs = 2_000;
const chartsEveryMs = 20_000;
const hourMs = 3_600_000;

/** How it stands, looked at every two seconds. */
export function OverviewPage() {
  const stats = useQuery('stats', api.stats, statsEveryMs);
  const hour = useQuery(
    'hour',
    (signal) => api.analytics({ from: new Date(Date.now() - hourMs).toISOString(), to: new Date().toISOString(), by: 'minute' }, signal),
    chartsEveryMs,
  );

  return (
    <Page title="Overview" actions={<Liveness at={stats.at} failed={stats.error !== undefined} />}>
      {stats.error === undefined ? null : <Trouble error={stats.error} stale={stats.data !== undefined} retry={stats.refresh} />}
      <Alerts stats={stats.data} />
      <Numbers stats={stats.data} />
      <div class="grid">
        <Card title="Webhooks a minute, last hour" wide>
          {hour.data === undefined ? hour.error === undefined ? <Skeleton lines={6} /> : <Trouble error={hour.error} retry={hour.refresh} /> : <Throughput hour={hour.data} />}
        </Card>
        <Card title="From receipt to record, last hour" wide>
          {hour.data === undefined ? hour.error === undefined ? <Skeleton lines={6} /> : <Empty title="Not known while Table Storage does not answer" /> : <Delay hour={hour.data} />}
        </Card>
        <Card title="Failures by provider, last hour" extra={<a href={hrefOf('failures')}>All failures</a>}>
          {hour.data === undefined ? <Skeleton /> : <FailuresByProvider hour={hour.data} />}
        </Card>
        <Card title="Rates a minute">{stats.data === undefined ? <Skeleton /> : <Rates stats={stats.data} />}</Card>
        <Card title="Durations, last hour">{stats.data === undefined ? <Skeleton /> : <DurationTable stats={stats.data} />}</Card>
        <Card title="Timers">{stats.data === undefined ? <Skeleton /> : <Timers stats={stats.data} />}</Card>
        <Card title="Partitions" wide>
          {stats.data === undefined ? <Skeleton /> : <Partitions stats={stats.data} />}
        </Card>
      </div>
    </Page>
  );
}

function Liveness({ at, failed }: { at: number | undefined; failed: boolean }) {
  return (
    <span class={failed ? 'live live-off' : 'live'}>
      <span class="live-dot" aria-hidden="true" />
      {failed ? 'Not live' : 'Live'}
      {at === undefined ? '' : `, ${new Date(at).toLocaleTimeString()}`}
    </span>
  );
}

function Alerts({ stats }: { stats: Stats | undefined }) {
  const alerts = stats === undefined ? [] : alertsOf(stats);
  return (
    <ul class="alerts" aria-label="Alerts" aria-live="polite">
      {stats !== undefined && alerts.length === 0 ? (
        <li class="alert alert-good">
          <Icon name="check" />
          <p>
            <strong>Nothing needs you.</strong> Timers run, everybody answers, and nothing waits too long.
          </p>
        </li>
      ) : null}
      {alerts.map((alert) => (
        <li key={alert.key} class={`alert alert-${alert.tone}`}>
          <Icon name="warning" />
          <p>
            <strong>{alert.href === undefined ? alert.title : <a href={alert.href}>{alert.title}</a>}.</strong> {alert.text}
          </p>
        </li>
      ))}
      {stats === undefined ? <li class="alert alert-wait">Looking…</li> : null}
    </ul>
  );
}

function Numbers({ stats }: { stats: Stats | undefined }) {
  const held = stats === undefined ? 0 : Object.values(stats.held).reduce((sum, count) => sum + count, 0);
  const lately = stats?.rates.find((rate) => rate.minutes === 5);
  const hour = stats?.rates.find((rate) => rate.minutes === 60);
  const memory = stats?.redisMemory ?? null;
  const value = (text: (known: Stats) => string) => (stats === undefined ? missing : text(stats));
  return (
    <div class="metrics">
      <Metric label="Waiting" value={value((known) => formatLarge(waitingOf(known)))} note={value((known) => `${formatLarge(known.readyHigh)} high · ${formatLarge(known.readyNormal)} normal · ${formatLarge(known.readyLow)} low`)} />
      <Metric label="Oldest waiting" value={value((known) => formatDuration(known.oldestWaitingSeconds))} note="at the head of the queue" tone={(stats?.oldestWaitingSeconds ?? 0) > 300 ? 'bad' : 'neutral'} />
      <Metric label="In flight" value={value((known) => formatLarge(known.inFlight))} note="held by workers" />
      <Metric label="Waiting for a retry" value={value((known) => formatLarge(known.scheduled))} note={held > 0 ? `${formatLarge(held)} more held while paused` : 'not due yet'} />
      <Metric label="In, 5 min" value={lately === undefined ? missing : formatRate(lately.inPerMinute)} note="webhooks a minute" />
      <Metric label="Out, 5 min" value={lately === undefined ? missing : formatRate(lately.outPerMinute)} note="webhooks a minute" />
      <Metric label="Success, 60 min" value={formatShare(hour?.successRate)} note={hour?.failureRate ? `${formatShare(hour.failureRate)} failed for good` : 'of those that ended'} tone={(hour?.failureRate ?? 0) > 0.05 ? 'bad' : 'neutral'} />
      <Metric label="Redis memory" value={memory === null ? missing : formatBytes(memory.usedBytes)} note={memory === null ? 'not known' : memory.maxBytes > 0 ? `of ${formatBytes(memory.maxBytes)}` : 'without a limit'} />
    </div>
  );
}

const seconds = (series: Analytics['series']) => series.map((point) => Date.parse(point.at) / 1000);

function Throughput({ hour }: { hour: Analytics }) {
  const [times, lines] = useMemo<[number[], Line[]]>(
    () => [
      seconds(hour.series),
      [
        { name: 'Received', hue: 'blue', filled: true, values: hour.series.map((point) => point.totals.received) },
        { name: 'Processed', hue: 'green', values: hour.series.map((point) => point.totals.processed) },
        { name: 'Retried', hue: 'amber', dashed: true, values: hour.series.map((point) => point.totals.retried) },
        { name: 'Failed', hue: 'red', values: hour.series.map((point) => point.totals.failed) },
      ],
    ],
    [hour],
  );
  return <TimeChart label="Webhooks a minute over the last hour" times={times} lines={lines} format={formatLarge} />;
}

function Delay({ hour }: { hour: Analytics }) {
  const [times, lines] = useMemo<[number[], Line[]]>(
    () => [
      seconds(hour.series),
      [
        { name: 'p50', hue: 'green', values: hour.series.map((point) => point.totals.delay?.p50Seconds ?? null) },
        { name: 'p95', hue: 'amber', values: hour.series.map((point) => point.totals.delay?.p95Seconds ?? null) },
        { name: 'p99', hue: 'red', dashed: true, values: hour.series.map((point) => point.totals.delay?.p99Seconds ?? null) },
      ],
    ],
    [hour],
  );
  return <TimeChart label="Delay from receipt to record over the last hour" times={times} lines={lines} format={formatDuration} />;
}

function FailuresByProvider({ hour }: { hour: Analytics }) {
  const byProvider = new Map<string, number>();
  for (const group of hour.groups) {
    byProvider.set(group.provider, (byProvider.get(group.provider) ?? 0) + group.totals.failed);
  }

  const bars = [...byProvider]
    .filter(([, value]) => value > 0)
    .sort((one, other) => other[1] - one[1])
    .map(([name, value]) => ({ name, value, href: hrefOf('failures', { provider: name }) }));
  return bars.length === 0 ? <Empty title="No failure in the last hour" /> : <Bars label="Failures by provider" bars={bars} format={formatCount} hue="red" />;
}

function Rates({ stats }: { stats: Stats }) {
  return stats.rates.length === 0 ? (
    <Empty title="Not known yet">The timer has to run twice.</Empty>
  ) : (
    <table class="table table-plain">
      <thead>
        <tr>
          <th scope="col">Window</th>
          <th scope="col" class="number">In</th>
          <th scope="col" class="number">Out</th>
          <th scope="col" class="number">Retried</th>
          <th scope="col" class="number">Success</th>
        </tr>
      </thead>
      <tbody>
        {stats.rates.map((rate) => (
          <tr key={rate.minutes}>
            <th scope="row">{rate.minutes} min</th>
            <td class="number">{formatRate(rate.inPerMinute)}</td>
            <td class="number">{formatRate(rate.outPerMinute)}</td>
            <td class="number">{formatRate(rate.retriedPerMinute)}</td>
            <td class="number">{formatShare(rate.successRate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DurationTable({ stats }: { stats: Stats }) {
  if (stats.batches === null) {
    return <Empty title="Not known while Table Storage does not answer" />;
  }

  const rows = [
    { name: 'Batch', durations: stats.batches.batchDuration },
    { name: 'Webhook', durations: stats.batches.processing },
    { name: 'Receipt to record', durations: stats.batches.delay },
  ];
  return (
    <>
      <table class="table table-plain">
        <thead>
          <tr>
            <th scope="col">Of a</th>
            <th scope="col" class="number">Average</th>
            <th scope="col" class="number">p95</th>
            <th scope="col" class="number">p99</th>
            <th scope="col" class="number">Longest</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td class="number">{formatDuration(row.durations?.averageSeconds)}</td>
              <td class="number">{formatDuration(row.durations?.p95Seconds)}</td>
              <td class="number">{formatDuration(row.durations?.p99Seconds)}</td>
              <td class="number">{formatDuration(row.durations?.maxSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        {formatCount(stats.batches.batches)} batches, {formatCount(stats.batches.withFailures)} with failures{stats.batches.isComplete ? '' : ' (the newest of them)'}.
      </p>
    </>
  );
}

function Timers({ stats }: { stats: Stats }) {
  return stats.timers.length === 0 ? (
    <Empty title="No timer ran yet" />
  ) : (
    <table class="table table-plain">
      <thead>
        <tr>
          <th scope="col">Timer</th>
          <th scope="col">Began</th>
          <th scope="col">Next</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {stats.timers.map((timer) => {
          const runs = timer.endedAt === null || Date.parse(timer.endedAt) < Date.parse(timer.beganAt);
          const late = timer.nextAt !== null && Date.parse(timer.nextAt) < Date.now() - 120_000;
          return (
            <tr key={timer.name}>
              <th scope="row">{timer.name}</th>
              <td><Time at={timer.beganAt} short /></td>
              <td><Time at={timer.nextAt} short /></td>
              <td>{late ? <Badge tone="bad">late</Badge> : runs ? <Badge tone="info">runs</Badge> : <Badge tone="good">waits</Badge>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Partitions({ stats }: { stats: Stats }) {
  return (
    <div class="table-frame table-low" tabIndex={0} role="region" aria-label="Partitions">
      <table class="table table-plain">
        <thead>
          <tr>
            <th scope="col">Partition</th>
            <th scope="col" class="number">High</th>
            <th scope="col" class="number">Normal</th>
            <th scope="col" class="number">Low</th>
            <th scope="col" class="number">In flight</th>
            <th scope="col" class="number">Scheduled</th>
            <th scope="col" class="number">Held</th>
          </tr>
        </thead>
        <tbody>
          {stats.partitions.map((size) => (
            <tr key={size.partition}>
              <th scope="row">{size.partition}</th>
              <td class="number">{formatLarge(size.readyHigh)}</td>
              <td class="number">{formatLarge(size.readyNormal)}</td>
              <td class="number">{formatLarge(size.readyLow)}</td>
              <td class="number">{formatLarge(size.inFlight)}</td>
              <td class="number">{formatLarge(size.scheduled)}</td>
              <td class="number">{formatLarge(size.held)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
