import type { Batch } from '../../api/types';
import { formatCount, formatDuration } from '../../format';
import { Badge } from '../../ui/Badge';
import type { Column } from '../../ui/DataTable';
import { Time } from '../../ui/Time';

export const columnsOf = (open: (batch: Batch) => void): Column<Batch>[] => [
  {
    name: 'Began',
    cell: (batch) => (
      <button type="button" class="button-text" onClick={() => open(batch)}>
        <Time at={batch.startedAt} short />
      </button>
    ),
  },
  { name: 'Providers', grow: true, cell: (batch) => <span class="cut">{providersOf(batch).join(', ')}</span> },
  { name: 'Webhooks', numeric: true, cell: (batch) => formatCount(batch.webhooks) },
  { name: 'Processed', numeric: true, cell: (batch) => formatCount(batch.processed) },
  { name: 'Retried', numeric: true, cell: (batch) => (batch.retried === 0 ? 0 : <Badge tone="warn">{formatCount(batch.retried)}</Badge>) },
  { name: 'Failed', numeric: true, cell: (batch) => (batch.failed === 0 ? 0 : <Badge tone="bad">{formatCount(batch.failed)}</Badge>) },
  { name: 'Took', numeric: true, cell: (batch) => formatDuration(batch.elapsedSeconds) },
  { name: 'Delay', numeric: true, cell: (batch) => formatDuration(batch.averageDelaySeconds) },
];

const providersOf = (batch: Batch): string[] => [...new Set(batch.counts.map((counts) => counts.provider))];
