import { formatTime, formatTimeShort, formatUtc, missing } from '../format';

/** A time in the reader's time zone, with UTC on hover and for machines. */
export function Time({ at, short = false }: { at: string | null | undefined; short?: boolean }) {
  if (!at) {
    return <span>{missing}</span>;
  }

  const time = new Date(at);
  return (
    <time class="time" dateTime={at} title={formatUtc(time)}>
      {short ? formatTimeShort(time) : formatTime(time)}
    </time>
  );
}
