import type { Analytics } from '../api/types';

/** The beginnings of the steps, as charts take them. */
export const timesOf = (data: Analytics): number[] => data.series.map((point) => Date.parse(point.at) / 1000);
