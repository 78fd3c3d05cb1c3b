import type { Stats } from '../../api/types';
import { formatCount, formatDuration, formatShare, secondsSince } from '../../format';

export interface Alert {
  key: string;
  tone: 'warn' | 'bad';
  title: string;
  /** What it means and what can be done. */
  text: string;
  href?: string;
}

/** A webhook that waits longer than this has missed several runs of the timer. */
const oldHeadSeconds = 300;

/** So much later than due, a timer does not run. */
const timerGraceSeconds = 120;

const fullMemoryShare = 0.8;

/** How many webhooks have to wait before a growing backlog is worth a word. */
const backlogAtLeast = 100;

export const waitingOf = (stats: Stats): number => stats.readyHigh + stats.readyNormal + stats.readyLow;

/** What an operator has to know first, worst first. */
export function alertsOf(stats: Stats, now = Date.now()): Alert[] {
  const alerts: Alert[] = [];
  const waiting = waitingOf(stats);

  for (const timer of stats.timers) {
    const late = timer.nextAt === null ? 0 : secondsSince(timer.nextAt, now) - timerGraceSeconds;
    if (late > 0) {
      alerts.push({ key: `timer-${timer.name}`, tone: 'bad', title: `${timer.name} stands still`, text: `It was due ${formatDuration(late + timerGraceSeconds)} ago, and no instance runs it. Look at the app's state and its logs.` });
    }
  }

  if (stats.partitionsAway > 0) {
    alerts.push({ key: 'partitions', tone: 'bad', title: 'Redis is partly away', text: `${formatCount(stats.partitionsAway)} partitions do not answer; their webhooks wait, and deliveries to them are answered 503.` });
  }

  for (const circuit of stats.circuits) {
    alerts.push({ key: `circuit-${circuit.name}`, tone: 'bad', title: `${circuit.name === 'tables' ? 'Table Storage' : `The API of ${circuit.name}`} is left alone`, text: `Open for ${formatDuration(secondsSince(circuit.since, now))}: ${circuit.reason}. Webhooks that need it wait; none fails for it.` });
  }

  if (stats.paused.queueSince !== null) {
    alerts.push({ key: 'paused', tone: 'warn', title: 'Processing is paused', text: `For ${formatDuration(secondsSince(stats.paused.queueSince, now))}. Receiving goes on; resume it under Tools.`, href: '#/tools' });
  }

  for (const [provider, since] of Object.entries(stats.paused.providersSince)) {
    alerts.push({ key: `paused-${provider}`, tone: 'warn', title: `${provider} is paused`, text: `For ${formatDuration(secondsSince(since, now))}. Its webhooks wait; resume it under Tools.`, href: '#/tools' });
  }

  if (stats.oldestWaitingSeconds !== null && stats.oldestWaitingSeconds > oldHeadSeconds && stats.paused.queueSince === null) {
    alerts.push({ key: 'head', tone: 'bad', title: 'Webhooks wait too long', text: `The oldest has waited ${formatDuration(stats.oldestWaitingSeconds)}.` });
  }

  const lately = stats.rates.find((rate) => rate.minutes === 5);
  if (lately !== undefined && waiting >= backlogAtLeast && lately.inPerMinute > lately.outPerMinute * 1.1) {
    alerts.push({ key: 'backlog', tone: 'warn', title: 'The backlog grows', text: `${formatCount(waiting)} wait; over 5 minutes ${formatCount(lately.inPerMinute)} a minute came and ${formatCount(lately.outPerMinute)} went.` });
  }

  const memory = stats.redisMemory;
  if (memory !== null && memory.maxBytes > 0 && memory.usedBytes > memory.maxBytes * fullMemoryShare) {
    alerts.push({ key: 'memory', tone: 'bad', title: 'Redis fills up', text: `${formatShare(memory.usedBytes / memory.maxBytes)} of its memory is used. When it is full, deliveries are answered 503.` });
  }

  if (stats.batches === null) {
    alerts.push({ key: 'tables', tone: 'bad', title: 'Table Storage does not answer', text: 'Durations and batches of the last hour are not known.' });
  }

  return alerts.sort((one, other) => Number(one.tone === 'warn') - Number(other.tone === 'warn'));
}
