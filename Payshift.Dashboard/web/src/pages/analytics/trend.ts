import { formatChange, formatCount, formatDuration, formatShare } from '../../format';

/** The better direction of a number; undefined if there is none. */
export type Better = 'more' | 'less' | undefined;

export interface Trend {
  words: string;
  tone: 'good' | 'bad' | 'neutral';
}

/** The smallest change that counts. */
const steadyShare = 0.005;

function trendOf(change: number, words: string, better: Better): Trend {
  return { words, tone: better === undefined ? 'neutral' : change > 0 === (better === 'more') ? 'good' : 'bad' };
}

/** @param change The relative growth; null if it was zero before. */
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

/** For shares, the difference in percentage points. */
export function successTrend(now: number | null, before: number | null): Trend {
  if (now === null || before === null) {
    return { words: before === null ? 'Nothing ended before' : `${formatShare(before)} before`, tone: 'neutral' };
  }

  const points = now - before;
  return Math.abs(points) < steadyShare / 10
    ? { words: `As before: ${formatShare(before)}`, tone: 'neutral' }
    : trendOf(points, `${points > 0 ? 'Up' : 'Down'} from ${formatShare(before)}`, 'more');
}
