import type { Stats } from '../../api/types';
import { formatBytes, formatDuration, formatLarge, formatRate, formatShare, missing } from '../../format';
import { hrefOf } from '../../route';
import { Metric } from '../../ui/Metric';
import { manyFailuresShare, oldHeadSeconds, waitingOf } from './alerts';

/** The contents and the throughput of the queue. */
export function Numbers({ stats }: { stats: Stats | undefined }) {
  const held = stats === undefined ? 0 : Object.values(stats.held).reduce((sum, count) => sum + count, 0);
  const lately = stats?.rates.find((rate) => rate.minutes === 5);
  const hour = stats?.rates.find((rate) => rate.minutes === 60);
  const memory = stats?.redisMemory ?? null;
  const value = (text: (known: Stats) => string) => (stats === undefined ? missing : text(stats));
  return (
    <div class="metrics metrics-four">
      <Metric label="Waiting" value={value((known) => formatLarge(waitingOf(known)))} note={value((known) => `${formatLarge(known.readyHigh)} high · ${formatLarge(known.readyNormal)} normal · ${formatLarge(known.readyLow)} low`)} />
      <Metric label="Oldest waiting" value={value((known) => formatDuration(known.oldestWaitingSeconds))} note="since its receipt" tone={(stats?.oldestWaitingSeconds ?? 0) > oldHeadSeconds ? 'bad' : 'neutral'} />
      <Metric label="In flight" value={value((known) => formatLarge(known.inFlight))} note="held by workers" />
      <Metric label="Waiting for a retry" value={value((known) => formatLarge(known.scheduled))} note={held > 0 ? `${formatLarge(held)} more held while paused` : 'not due yet'} />
      <Metric label="In, 5 min" value={lately === undefined ? missing : formatRate(lately.inPerMinute)} note="webhooks a minute" />
      <Metric label="Out, 5 min" value={lately === undefined ? missing : formatRate(lately.outPerMinute)} note="webhooks a minute" />
      <Metric label="Success, 60 min" value={formatShare(hour?.successRate)} note={hour?.failureRate ? `${formatShare(hour.failureRate)} failed for good` : 'of those that ended'} tone={(hour?.failureRate ?? 0) > manyFailuresShare ? 'bad' : 'neutral'} href={hrefOf('failures')} />
      <Metric label="Redis memory" value={memory === null ? missing : formatBytes(memory.usedBytes)} note={memory === null ? 'not known' : memory.maxBytes > 0 ? `of ${formatBytes(memory.maxBytes)}` : 'without a limit'} />
    </div>
  );
}
