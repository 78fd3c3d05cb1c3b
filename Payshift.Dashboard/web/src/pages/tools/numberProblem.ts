import { formatCount } from '../../format';

/** The problem with an optional number; undefined if there is none. */
export function numberProblem(text: string, most: number): string | undefined {
  const entered = text.trim();
  return entered === '' || (/^\d+$/.test(entered) && Number(entered) >= 1 && Number(entered) <= most)
    ? undefined
    : `Enter a whole number from 1 to ${formatCount(most)}, or nothing.`;
}
