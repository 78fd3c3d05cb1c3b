import { formatChange, formatCount, formatDuration, formatShare } from '../../format';

/** Which way a number should go; undefined where neither is better. */
export type Better = 'more' | 'less' | undefined;

export interface Trend {
  words: string;
  tone: 'good' | 'bad' | 'neutral';
}

/** A change smaller than this is none. */
const steadyShare = 0.005;

function trendOf(change: number, words: string, better: Better): Trend {
  return { words, tone: better === undefined ? 'neutral' : change > 0 === (better === 'more') ? 'good' : 'bad' };
}

/** @param change The share that it grew by; null where it was nothing before. */
function shareTrend(change: number | null, before: string, better: Better, cameNew: boolean): Trend {
  if (change === null) {
    return cameNew ? trendOf(1, 'None before', better) : { words: 'None before either', tone: 'neutral' };
  }

  return Math.abs(change) < steadyShare
    ? { words: `As before: ${before}`, tone: 'neutral' }
    : trendOf(change, `${change > 0 ? 'Up' : 'Down'} ${formatChange(change)} from ${before}`, better);
}

export const countTrend = (now: number, before: number, change: number | null, better: Better): Trend => shareTrend(change, formatCount(before), better, now > 0);

export function durationTrend(now: number | undefined, before: number | undefined, change: number | null): Trend {
  return now === undefined || before === undefined
    ? { words: before === undefined ? 'None before' : `${formatDuration(before)} before`, tone: 'neutral' }
    : shareTrend(change, formatDuration(before), 'less', true);
}

/** Of shares the points between them count. */
export function successTrend(now: number | null, before: number | null): Trend {
  if (now === null || before === null) {
    return { words: before === null ? 'Nothing ended before' : `${formatShare(before)} before`, tone: 'neutral' };
  }

  const points = now - before;
  return Math.abs(points) < steadyShare / 10
    ? { words: `As before: ${formatShare(before)}`, tone: 'neutral' }
    : trendOf(points, `${points > 0 ? 'Up' : 'Down'} from ${formatShare(before)}`, 'more');
}
