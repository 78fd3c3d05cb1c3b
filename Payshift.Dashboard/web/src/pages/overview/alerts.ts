import { hostNow } from '../../api/clock';
import type { Stats } from '../../api/types';
import { countOf, formatDuration, formatRate, formatShare, formatTimeShort } from '../../format';
import { hrefOf } from '../../route';
import { timerStateOf } from './timerState';

export interface Alert {
  key: string;
  tone: 'warn' | 'bad';
  title: string;
  /** The meaning and the remedy. Screen readers announce each change, so it states times instead of running durations. */
  text: string;
  href?: string;
}

/** A webhook that waits longer than this has missed several runs of the timer. */
export const oldHeadSeconds = 300;

/** The share of failures that raises an alert. */
export const manyFailuresShare = 0.05;

/** The smallest number of failures for an alert by share. */
const failuresAtLeast = 5;

const fullMemoryShare = 0.8;

/** The number of waiting webhooks from which a growing backlog raises an alert. */
const backlogAtLeast = 100;

/** The age from which rates, noted each minute, are out of date. */
const freshRatesMs = 5 * 60_000;

const processTimer = 'ProcessBatches';

export const waitingOf = (stats: Stats): number => stats.readyHigh + stats.readyNormal + stats.readyLow;

const since = (time: string): string => formatTimeShort(new Date(time));

/** The alerts for an operator, worst first. */
export function alertsOf(stats: Stats, now = hostNow()): Alert[] {
  const alerts = [...timers(stats, now), ...outages(stats), ...pauses(stats), ...backlog(stats, now), ...failures(stats, now), ...memory(stats)];
  return alerts.sort((one, other) => Number(one.tone === 'warn') - Number(other.tone === 'warn'));
}

function timers(stats: Stats, now: number): Alert[] {
  const alerts: Alert[] = [];
  for (const timer of stats.timers) {
    const state = timerStateOf(timer, now);
    const key = `timer-${timer.name}`;
    const due = timer.nextAt === null ? '' : `, and was due again ${since(timer.nextAt)}`;
    if (state === 'late') {
      alerts.push({ key, tone: 'bad', title: `${timer.name} stands still`, text: `It began last ${since(timer.beganAt)}${due}. No instance runs it: look at the app's state, its logs and the timer's schedule.` });
    } else if (state === 'overdue') {
      alerts.push({ key, tone: 'warn', title: `${timer.name} takes long`, text: `It began ${since(timer.beganAt)}, did not end${due}. Either it works on, or its instance died.` });
    }
  }

  if (!stats.timers.some((timer) => timer.name === processTimer)) {
    alerts.push({ key: 'timer-none', tone: 'warn', title: `${processTimer} never ran`, text: 'On a new app it runs within a minute. Else look whether the function is switched off, and at ProcessSchedule.' });
  }

  return alerts;
}

function outages(stats: Stats): Alert[] {
  const alerts: Alert[] = [];
  if (stats.partitionsAway > 0) {
    alerts.push({ key: 'partitions', tone: 'bad', title: 'Redis is partly away', text: `${countOf(stats.partitionsAway, 'partition does', 'partitions do')} not answer. Their webhooks wait; deliveries to them are answered 503, or wait in the inbox where overflow is on.` });
  }

  for (const circuit of stats.circuits) {
    const isTables = circuit.name === 'tables';
    alerts.push({
      key: `circuit-${circuit.name}`,
      tone: 'bad',
      title: `The circuit of ${isTables ? 'Table Storage' : `${circuit.name}'s API`} is open`,
      text: `Since ${since(circuit.since)}: ${circuit.reason.replace(/\.$/, '')}. ${isTables ? 'Webhooks wait' : 'Webhooks that it has to confirm wait'}, and none fails for it. It is asked again by itself.`,
    });
  }

  if (stats.batches === null && !stats.circuits.some((circuit) => circuit.name === 'tables')) {
    alerts.push({ key: 'tables', tone: 'bad', title: 'Table Storage does not answer', text: 'Nothing can be recorded, so webhooks wait. Receiving goes on.' });
  }

  return alerts;
}

function pauses({ paused, held }: Stats): Alert[] {
  const alerts: Alert[] = [];
  const href = hrefOf('tools');
  if (paused.queueSince !== null) {
    alerts.push({ key: 'paused', tone: 'warn', title: 'Processing is paused', text: `Since ${since(paused.queueSince)}. Receiving goes on; resume it under Tools.`, href });
  }

  for (const [provider, at] of Object.entries(paused.providersSince)) {
    const waiting = (held[provider] ?? 0) > 0 ? 'Its webhooks are held' : 'Its webhooks wait';
    alerts.push({ key: `paused-${provider}`, tone: 'warn', title: `${provider} is paused`, text: `Since ${since(at)}. ${waiting}; resume it under Tools.`, href });
  }

  return alerts;
}

function backlog(stats: Stats, now: number): Alert[] {
  if (stats.paused.queueSince !== null) {
    return [];
  }

  const alerts: Alert[] = [];
  const oldest = stats.oldestWaitingSeconds;
  if (oldest !== null && oldest > oldHeadSeconds) {
    alerts.push({ key: 'head', tone: 'bad', title: 'Webhooks wait too long', text: `The oldest that waits was received ${formatDuration(oldest - (oldest % 60))} ago. Look at the timer, and at the batches' durations; a retry counts from its receipt too.`, href: hrefOf('batches') });
  }

  const lately = freshRate(stats, now);
  if (lately !== undefined && waitingOf(stats) >= backlogAtLeast && lately.inPerMinute > lately.outPerMinute * 1.1) {
    alerts.push({ key: 'backlog', tone: 'warn', title: 'The backlog grows', text: `Over 5 minutes ${formatRate(lately.inPerMinute)} a minute came and ${formatRate(lately.outPerMinute)} went. Run batches under Tools, or let more instances work.`, href: hrefOf('tools') });
  }

  return alerts;
}

function failures(stats: Stats, now: number): Alert[] {
  const lately = freshRate(stats, now);
  const share = lately?.failureRate ?? 0;
  return lately === undefined || share <= manyFailuresShare || (share * lately.outPerMinute * lately.seconds) / 60 < failuresAtLeast
    ? []
    : [{ key: 'failures', tone: 'warn', title: 'Many webhooks fail', text: `${formatShare(share)} of those that ended in the last 5 minutes failed for good.`, href: hrefOf('failures') }];
}

function memory({ redisMemory }: Stats): Alert[] {
  return redisMemory === null || redisMemory.maxBytes === 0 || redisMemory.usedBytes <= redisMemory.maxBytes * fullMemoryShare
    ? []
    : [{ key: 'memory', tone: 'bad', title: 'Redis fills up', text: `More than ${formatShare(fullMemoryShare)} of its memory is used. When it is full, nothing more can be taken: work the queue off, or give it more.` }];
}

function freshRate(stats: Stats, now: number): Stats['rates'][number] | undefined {
  return stats.rates.find((rate) => rate.minutes === 5 && now - Date.parse(rate.until) < freshRatesMs);
}
