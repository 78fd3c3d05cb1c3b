import { useEffect, useState } from 'preact/hooks';

import { api } from '../api/client';
import { useQuery } from '../api/useQuery';
import { go, useRoute } from '../route';
import { Card } from '../ui/Card';
import { Empty, Skeleton, Trouble } from '../ui/Notes';
import { Page } from '../ui/Page';
import { RefreshButton } from '../ui/RefreshButton';
import { Links } from './payments/Links';
import { PaymentStateCard } from './payments/PaymentState';
import { SearchForm } from './payments/SearchForm';
import { forgetSearches, keepSearch, readSearches } from './payments/searches';
import { Timeline } from './payments/Timeline';

/** One payment across all providers, found by its reference or by that of its order or customer. */
export function PaymentsPage() {
  const reference = useRoute().query.get('reference')?.trim() ?? '';
  const [searches, setSearches] = useState(readSearches);
  const [round, setRound] = useState(0);
  return (
    <Page
      title="Payments"
      actions={reference === '' ? undefined : <RefreshButton onClick={() => setRound(round + 1)} />}
    >
      <SearchForm
        reference={reference}
        searches={searches}
        onSearch={(entered) => {
          if (entered === reference) {
            setRound(round + 1);
          } else {
            go('payments', { reference: entered });
          }
        }}
        onForget={() => setSearches(forgetSearches())}
      />
      {reference === '' ? (
        <section class="card">
          <Empty title="Search for a payment">Its state, what each provider says of it, and all its webhooks are shown here.</Empty>
        </section>
      ) : (
        <Found key={reference} reference={reference} round={round} onFound={() => setSearches(keepSearch(reference))} />
      )}
    </Page>
  );
}

function Found({ reference, round, onFound }: { reference: string; round: number; onFound: () => void }) {
  const query = useQuery(`payment ${reference}`, (signal) => api.payment(reference, signal));
  const isFound = query.data !== undefined;
  useEffect(() => {
    if (isFound) {
      onFound();
    }
  }, [isFound]);
  useEffect(() => {
    if (round > 0) {
      query.refresh();
    }
  }, [round]);

  if (query.error?.status === 404) {
    return (
      <section class="card">
        <Empty title="Nothing is recorded for this reference">
          No payment, order or customer is known as <code class="any">{reference}</code>. A webhook is recorded when it was processed or has failed for good; until then it waits in the queue.
        </Empty>
      </section>
    );
  }

  return (
    <>
      {query.error === undefined ? null : <Trouble error={query.error} stale={isFound} retry={query.refresh} />}
      {query.data === undefined ? (
        query.error === undefined ? <Waiting /> : null
      ) : (
        <>
          <div class="grid grid-gap">
            <PaymentStateCard payment={query.data} />
            <Links payment={query.data} />
          </div>
          <Timeline payment={query.data} />
        </>
      )}
    </>
  );
}

/** The placeholder in the shape of the content. */
function Waiting() {
  return (
    <>
      <div class="grid grid-gap">
        <Card title="State">
          <Skeleton lines={4} label="Loading the state" />
        </Card>
        <Card title="Orders and customers">
          <Skeleton lines={4} label="Loading the links" />
        </Card>
      </div>
      <Card title="Timeline">
        <Skeleton lines={9} label="Loading the timeline" />
      </Card>
    </>
  );
}
