import type { Batch } from '../../api/types';
import { formatCount, formatDuration, formatTimeShort } from '../../format';
import { hrefOf } from '../../route';
import { Copyable } from '../../ui/Copy';
import { DataTable } from '../../ui/DataTable';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { Time } from '../../ui/Time';

type Counts = Batch['counts'][number];

/** The results of one batch, by provider and payment method. */
export function BatchDrawer({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  return (
    <Dialog kind="drawer" title={`Batch of ${formatTimeShort(new Date(batch.startedAt))}`} onClose={onClose}>
      <Facts
        facts={[
          { name: 'Began', value: <Time at={batch.startedAt} /> },
          { name: 'Took', value: formatDuration(batch.elapsedSeconds) },
          { name: 'Webhooks', value: formatCount(batch.webhooks) },
          { name: 'At their first attempt', value: formatCount(batch.received) },
          { name: 'From receipt to record', value: batch.averageDelaySeconds === null ? 'Nothing was recorded' : `${formatDuration(batch.averageDelaySeconds)} on average, ${formatDuration(batch.maxDelaySeconds)} at the most` },
          { name: 'Id', value: <Copyable text={batch.id} name="the batch's id" /> },
        ]}
      />
      <section class="drawer-part" aria-labelledby="batch-counts">
        <h3 id="batch-counts">By provider and payment method</h3>
        <DataTable<Counts>
          caption="Webhooks of the batch by provider and payment method"
          rows={batch.counts}
          keyOf={(counts) => `${counts.provider}/${counts.paymentMethod}`}
          columns={[
            { name: 'Provider', cell: (counts) => <span class="any">{counts.provider}</span> },
            { name: 'Method', cell: (counts) => <span class="any">{counts.paymentMethod}</span> },
            { name: 'Processed', numeric: true, cell: (counts) => formatCount(counts.processed) },
            { name: 'Retried', numeric: true, cell: (counts) => formatCount(counts.retried) },
            {
              name: 'Failed',
              numeric: true,
              cell: (counts) =>
                counts.failed === 0 ? (
                  0
                ) : (
                  <a href={failuresHref(batch, counts)} aria-label={`${formatCount(counts.failed)} failures of ${counts.provider}, ${counts.paymentMethod}: show`}>
                    {formatCount(counts.failed)}
                  </a>
                ),
            },
          ]}
        />
        {batch.failed === 0 ? null : <p class="muted">Failures are found by when they were received. Those that were retried since are no longer there.</p>}
      </section>
    </Dialog>
  );
}

/** The earliest possible receipt of the batch's webhooks: its start minus its longest delay. */
function failuresHref(batch: Batch, counts: Counts): string {
  const began = Date.parse(batch.startedAt);
  const ended = began + batch.elapsedSeconds * 1000;
  return hrefOf('failures', {
    provider: counts.provider,
    method: counts.paymentMethod,
    from: new Date(Math.floor(began / 1000 - batch.maxDelaySeconds - 1) * 1000).toISOString(),
    to: new Date(Math.ceil(ended / 1000) * 1000).toISOString(),
  });
}
