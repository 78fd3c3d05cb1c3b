const hours = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const days = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });

const daySeconds = 86_400;

/** The times below a chart in the reader's locale, with the day below its first time. */
export function formatAxisTimes(splits: number[], stepSeconds: number): string[] {
  let before = '';
  return splits.map((split) => {
    const time = new Date(split * 1000);
    const day = days.format(time);
    if (stepSeconds >= daySeconds) {
      return day;
    }

    const text = day === before ? hours.format(time) : `${hours.format(time)}\n${day}`;
    before = day;
    return text;
  });
}
