import type { AuditEntry } from '../../api/types';
import { formatCount, formatName, missing } from '../../format';
import { hrefOf } from '../../route';
import { Badge, type Tone } from '../../ui/Badge';
import type { Column } from '../../ui/DataTable';
import { Time } from '../../ui/Time';

const tones: Record<AuditEntry['outcome'], Tone> = { begun: 'warn', done: 'good', failed: 'bad' };

/** One that stays begun is of a process that ended in between, or that works still. */
const outcomeWords: Record<AuditEntry['outcome'], string> = { begun: 'unfinished', done: 'done', failed: 'failed' };

export const columns: Column<AuditEntry>[] = [
  { name: 'Began', cell: (entry) => <Time at={entry.at} short /> },
  { name: 'Who', cell: (entry) => <span class="any">{entry.who}</span> },
  { name: 'Action', cell: (entry) => formatName(entry.action) },
  { name: 'Target', cell: (entry) => <Target entry={entry} /> },
  { name: 'Count', numeric: true, cell: (entry) => (entry.count === null || entry.count === undefined ? missing : formatCount(entry.count)) },
  { name: 'Outcome', cell: (entry) => <Badge tone={tones[entry.outcome]}>{outcomeWords[entry.outcome]}</Badge> },
  { name: 'Detail', grow: true, cell: (entry) => <span class="any">{entry.detail ?? (entry.outcome === 'begun' ? 'Works still, or its process ended before it was done.' : missing)}</span> },
];

/** Everything where the action names nothing. */
function Target({ entry }: { entry: AuditEntry }) {
  if (entry.target === null || entry.target === '') {
    return <span class="muted">everything</span>;
  }

  return entry.action === 'retry' ? (
    <a class="any" href={hrefOf('failures', { open: entry.target })}>
      {entry.target}
    </a>
  ) : (
    <span class="any">{entry.target}</span>
  );
}
