import type { FailureSummary } from '../../api/types';
import { formatAmount, formatCount } from '../../format';
import { hrefOf } from '../../route';
import type { Column } from '../../ui/DataTable';
import { Time } from '../../ui/Time';
import { StatusBadge } from './StatusBadge';

export const columnsOf = (open: (failure: FailureSummary) => void): Column<FailureSummary>[] => [
  { name: 'Failed', cell: (row) => <span class="cell-time"><Time at={row.failedAt} short /></span> },
  { name: 'Provider', cell: (row) => row.provider },
  {
    name: 'Event type',
    cell: (row) => (
      <button type="button" class="button-text cut cell-medium" aria-label={`${row.eventType} of ${row.paymentReference}: open`} onClick={() => open(row)}>
        {row.eventType}
      </button>
    ),
  },
  { name: 'Reference', cell: (row) => <a class="cut cell-reference" href={hrefOf('payments', { reference: row.paymentReference })}>{row.paymentReference}</a> },
  { name: 'Method', cell: (row) => <span class="cut cell-method">{row.paymentMethod}</span> },
  { name: 'Amount', numeric: true, cell: (row) => formatAmount(row.amountMinor, row.amountExponent, row.currency) },
  { name: 'Reason', grow: true, cell: (row) => <span class="cut cell-reason">{row.reason}</span> },
  { name: 'Attempts', numeric: true, cell: (row) => formatCount(row.attempts) },
  { name: 'Status', cell: (row) => <StatusBadge status={row.status} /> },
];
