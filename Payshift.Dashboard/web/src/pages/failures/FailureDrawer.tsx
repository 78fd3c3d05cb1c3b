import { useEffect, useRef, useState } from 'preact/hooks';

import { api, apiErrorOf } from '../../api/client';
import type { Failure } from '../../api/types';
import { useQuery } from '../../api/useQuery';
import { formatAmount, formatCount } from '../../format';
import { hrefOf } from '../../route';
import { Copyable } from '../../ui/Copy';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { Icon } from '../../ui/Icon';
import { Empty, Skeleton, Trouble } from '../../ui/Notes';
import { Time } from '../../ui/Time';
import { Attempts } from './Attempts';
import { Headers } from './Headers';
import { Payload } from './Payload';
import { isGood, resultOf, sentenceOf } from './retryResults';
import { StatusBadge } from './StatusBadge';

interface Properties {
  id: string;
  onClose: () => void;
  onRetried: () => void;
}

/** One failure with all its details. */
export function FailureDrawer({ id, onClose, onRetried }: Properties) {
  const query = useQuery(`failure ${id}`, (signal) => api.failure(id, signal));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ good: boolean; text: string }>();
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said !== undefined) {
      note.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [said]);
  const isGone = query.error?.status === 404;

  const retry = async () => {
    setBusy(true);
    setSaid(undefined);
    try {
      const result = await resultOf(api.retry(id));
      setSaid({ good: isGood(result), text: sentenceOf(result) });
      onRetried();
    } catch (error) {
      setSaid({ good: false, text: apiErrorOf(error).message });
    }

    setBusy(false);
    query.refresh();
  };

  return (
    <Dialog
      kind="drawer"
      title={query.data === undefined || isGone ? 'Failure' : query.data.failure.eventType}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            Close
          </button>
          <button type="button" class="button button-primary" disabled={busy || query.data === undefined || isGone} aria-busy={busy} onClick={() => void retry()}>
            {busy ? 'Retrying…' : 'Retry'}
          </button>
        </>
      }
    >
      <div role="status" class="drawer-said">
        {said === undefined ? null : (
          <p ref={note} class={said.good ? 'alert alert-good' : 'alert alert-warn'}>
            <Icon name={said.good ? 'check' : 'warning'} />
            <span>{said.text}</span>
          </p>
        )}
      </div>
      {isGone ? (
        <Empty title="This failure is no longer kept">Its webhook was processed after all, or its time of keeping is over. What was recorded stands in its payment.</Empty>
      ) : (
        <>
          {query.error === undefined ? null : <Trouble error={query.error} stale={query.data !== undefined} retry={query.refresh} />}
          {query.data === undefined ? query.error === undefined ? <Skeleton lines={12} label="Loading the failure" /> : null : <Content failure={query.data} />}
        </>
      )}
    </Dialog>
  );
}

const timesOf = (readmissions: number): string =>
  readmissions === 0 ? 'never' : `${readmissions === 1 ? 'once' : `${formatCount(readmissions)} times`}, and failed again`;

function Content({ failure: { failure, errors, headers, payload } }: { failure: Failure }) {
  return (
    <>
      <p class="lead">
        <StatusBadge status={failure.status} />
        <span>{failure.provider}</span>
        <a href={hrefOf('payments', { reference: failure.paymentReference })}>Show its payment</a>
      </p>
      <p class="quote">{failure.reason}</p>
      <Facts
        facts={[
          { name: 'Amount', value: formatAmount(failure.amountMinor, failure.amountExponent, failure.currency) },
          { name: 'Method', value: failure.paymentMethod },
          { name: 'Priority', value: failure.priority },
          { name: 'Attempts', value: formatCount(failure.attempts) + (failure.crashes > 0 ? `, and ${formatCount(failure.crashes)} dead ${failure.crashes === 1 ? 'worker' : 'workers'}` : '') },
          { name: 'Event', value: <Time at={failure.eventTime} /> },
          { name: 'Received', value: <Time at={failure.receivedAt} /> },
          { name: 'Failed', value: <Time at={failure.failedAt} /> },
          { name: 'Retried by hand', value: failure.retriedAt ? <><Time at={failure.retriedAt} /> by {failure.retriedBy}</> : timesOf(failure.readmissions) },
          { name: 'Payment reference', value: <Copyable text={failure.paymentReference} name="the payment reference" /> },
          { name: 'Event id', value: <Copyable text={failure.eventId} name="the event id" /> },
          { name: 'Failure id', value: <Copyable text={failure.id} name="the failure id" /> },
          { name: 'Batch id', value: <Copyable text={failure.batchId} name="the batch id" /> },
        ]}
      />
      <Attempts errors={errors} />
      <Headers headers={headers} />
      <Payload text={payload} bytes={failure.payloadLength} />
    </>
  );
}
