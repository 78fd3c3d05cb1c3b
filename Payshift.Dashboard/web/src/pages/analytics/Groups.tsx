import type { Analytics } from '../../api/types';
import { formatDuration, formatLarge, formatShare } from '../../format';
import { hrefOf } from '../../route';
import { DataTable } from '../../ui/DataTable';
import { successRate } from './successRate';

type Group = Analytics['groups'][number];

/** The sums by provider and payment method. */
export function Groups({ groups }: { groups: Group[] }) {
  return (
    <DataTable<Group>
      caption="Webhooks by provider and payment method"
      rows={groups}
      keyOf={(group) => `${group.provider}/${group.paymentMethod}`}
      columns={[
        { name: 'Provider', cell: (group) => group.provider, sort: (group) => group.provider },
        { name: 'Payment method', cell: (group) => group.paymentMethod, sort: (group) => group.paymentMethod },
        { name: 'Received', numeric: true, cell: (group) => formatLarge(group.totals.received), sort: (group) => group.totals.received },
        { name: 'Processed', numeric: true, cell: (group) => formatLarge(group.totals.processed), sort: (group) => group.totals.processed },
        { name: 'Retried', numeric: true, cell: (group) => formatLarge(group.totals.retried), sort: (group) => group.totals.retried },
        {
          name: 'Failed',
          numeric: true,
          cell: (group) =>
            group.totals.failed === 0 ? 0 : <a href={hrefOf('failures', { provider: group.provider, method: group.paymentMethod })}>{formatLarge(group.totals.failed)}</a>,
          sort: (group) => group.totals.failed,
        },
        { name: 'Success', numeric: true, cell: (group) => formatShare(successRate(group.totals)), sort: (group) => successRate(group.totals) },
        { name: 'Delay, p95', numeric: true, cell: (group) => formatDuration(group.totals.delay?.p95Seconds), sort: (group) => group.totals.delay?.p95Seconds ?? null },
      ]}
    />
  );
}
