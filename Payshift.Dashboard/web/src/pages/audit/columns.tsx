import type { AuditEntry } from '../../api/types';
import { formatCount, formatName, missing } from '../../format';
import { hrefOf } from '../../route';
import { Badge, type Tone } from '../../ui/Badge';
import type { Column } from '../../ui/DataTable';
import { Time } from '../../ui/Time';

const tones: Record<AuditEntry['outcome'], Tone> = { begun: 'warn', done: 'good', failed: 'bad' };

/** An action that stays begun is still running, or its process ended. */
const outcomeWords: Record<AuditEntry['outcome'], string> = { begun: 'unfinished', done: 'done', failed: 'failed' };

export const columns: Column<AuditEntry>[] = [
  { name: 'Began', cell: (entry) => <Time at={entry.at} short /> },
  { name: 'Who', cell: (entry) => <span class="any">{entry.who}</span> },
  { name: 'Action', cell: (entry) => formatName(entry.action) },
  { name: 'Target', cell: (entry) => <Target entry={entry} /> },
  { name: 'Count', numeric: true, cell: (entry) => (entry.count === null || entry.count === undefined ? missing : formatCount(entry.count)) },
  { name: 'Outcome', cell: (entry) => <Badge tone={tones[entry.outcome]}>{outcomeWords[entry.outcome]}</Badge> },
  { name: 'Detail', grow: true, cell: (entry) => <span class="any">{detailOf(entry)}</span> },
];

function detailOf({ action, outcome, detail }: AuditEntry): string {
  if (outcome === 'begun') {
    return 'It is under way, or its process ended before it was done.';
  }

  // The results of retries by their names: '3 AlreadyRetried'.
  return outcome === 'done' && (action === 'retry' || action === 'retryAll')
    ? (detail ?? missing).replace(/[A-Z][A-Za-z]+/g, (name) => formatName(name).toLowerCase())
    : (detail ?? missing);
}

/** The target; everything if the action names none. */
function Target({ entry }: { entry: AuditEntry }) {
  if (entry.target === null || entry.target === '') {
    return <span class="muted">everything</span>;
  }

  return entry.action === 'retry' ? (
    <a class="any cell-block cell-wide" href={hrefOf('failures', { open: entry.target })}>
      {entry.target}
    </a>
  ) : (
    <span class="any">{entry.target}</span>
  );
}
