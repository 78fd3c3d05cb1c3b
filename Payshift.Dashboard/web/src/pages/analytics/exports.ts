import type { Analytics, AnalyticsTotals } from '../../api/types';
import { downloadCsv } from '../../csv';
import { successRate } from './successRate';

const totalNames = ['received', 'processed', 'retried', 'failed', 'successRate', 'delayAverageSeconds', 'delayP50Seconds', 'delayP95Seconds', 'delayP99Seconds', 'delayMaxSeconds'];

const totalCells = (totals: AnalyticsTotals) => [
  totals.received, totals.processed, totals.retried, totals.failed, successRate(totals),
  totals.delay?.averageSeconds, totals.delay?.p50Seconds, totals.delay?.p95Seconds, totals.delay?.p99Seconds, totals.delay?.maxSeconds,
];

/** The period for a file name, without colons, which some systems do not allow. */
const fileTime = (time: string): string => new Date(time).toISOString().slice(0, 16).replace(':', '-');

const fileName = (what: string, data: Analytics): string => `payshift-${what}-${fileTime(data.since)}-to-${fileTime(data.until)}-utc.csv`;

export const exportSteps = (data: Analytics): void =>
  downloadCsv(fileName(`by-${data.by}`, data), [['at', ...totalNames], ...data.series.map((point) => [point.at, ...totalCells(point.totals)])]);

export const exportGroups = (data: Analytics): void =>
  downloadCsv(fileName('by-provider', data), [
    ['provider', 'paymentMethod', ...totalNames],
    ...data.groups.map((group) => [group.provider, group.paymentMethod, ...totalCells(group.totals)]),
  ]);
