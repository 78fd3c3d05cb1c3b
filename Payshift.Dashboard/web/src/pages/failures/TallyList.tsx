import { formatCount } from '../../format';
import { results, wordsOf, type Tally } from './retryResults';

/** The number of each result, in words. */
export function TallyList({ tally }: { tally: Tally }) {
  return (
    <ul class="tally" aria-label="Results">
      {results
        .filter((result) => (tally[result] ?? 0) > 0)
        .map((result) => (
          <li key={result}>
            <strong>{formatCount(tally[result]!)}</strong>
            <span>{wordsOf(result, tally[result]!)}</span>
          </li>
        ))}
    </ul>
  );
}
