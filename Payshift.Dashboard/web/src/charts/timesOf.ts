import type { Analytics } from '../api/types';

/** The starts of the steps, in the form that charts take. */
export const timesOf = (data: Analytics): number[] => data.series.map((point) => Date.parse(point.at) / 1000);
