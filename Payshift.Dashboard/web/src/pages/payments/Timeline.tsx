import { useState } from 'preact/hooks';

import type { Payment, PaymentWebhook } from '../../api/types';
import { formatAmount, formatCount, missing } from '../../format';
import { hrefOf } from '../../route';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Notes';
import { Time } from '../../ui/Time';
import { StateBadge } from './StateBadge';

/** The number of webhooks that are added at a time, as a response can have a thousand. */
const step = 100;

/** The events of all providers, latest first. */
export function Timeline({ payment }: { payment: Payment }) {
  const [shown, setShown] = useState(step);
  const webhooks = payment.webhooks;
  if (webhooks.length === 0) {
    return (
      <Card title="Timeline">
        <Empty title="No webhook has this reference" />
      </Card>
    );
  }

  return (
    <Card title="Timeline" extra={<span class="muted">{formatCount(webhooks.length)}{payment.hasMoreWebhooks ? ' latest' : ''} {webhooks.length === 1 ? 'webhook' : 'webhooks'}, by event time</span>}>
      <ol class="steps">
        {webhooks.slice(0, shown).map((webhook) => (
          <Step key={webhook.id} webhook={webhook} />
        ))}
      </ol>
      {shown < webhooks.length ? (
        <button type="button" class="button" onClick={() => setShown(shown + step)}>
          Show {formatCount(Math.min(step, webhooks.length - shown))} older
        </button>
      ) : payment.hasMoreWebhooks ? (
        <p class="note">There are older webhooks than these {formatCount(webhooks.length)}; they are kept and not shown here.</p>
      ) : null}
    </Card>
  );
}

function Step({ webhook }: { webhook: PaymentWebhook }) {
  const failed = webhook.outcome === 'failed';
  return (
    <li class={failed ? 'step-bad' : 'step-good'}>
      <p class="step-head">
        <span class="step-name">{webhook.eventType}</span>
        <span>{webhook.provider}</span>
        <Badge tone={failed ? 'bad' : 'good'}>{webhook.outcome}</Badge>
        {webhook.state ? (
          <span class="muted">
            says <StateBadge state={webhook.state} />
          </span>
        ) : null}
        <span class="muted">
          <Time at={webhook.eventTime} />
        </span>
      </p>
      {webhook.reason ? <p class={failed ? 'quote quote-small' : ''}>{webhook.reason}</p> : null}
      <dl class="step-facts">
        <div>
          <dt>Amount</dt>
          <dd>{formatAmount(webhook.amountMinor, webhook.amountExponent, webhook.currency)}</dd>
        </div>
        <div>
          <dt>Method</dt>
          <dd>{webhook.paymentMethod || missing}</dd>
        </div>
        <div>
          <dt>Attempts</dt>
          <dd>{formatCount(webhook.attempts)}</dd>
        </div>
        <div>
          <dt>Received</dt>
          <dd>
            <Time at={webhook.receivedAt} short />
          </dd>
        </div>
        <div>
          <dt>{failed ? 'Failed' : 'Processed'}</dt>
          <dd>
            <Time at={webhook.processedAt} short />
          </dd>
        </div>
        {webhook.orderReference ? (
          <div>
            <dt>Order</dt>
            <dd>
              <a href={hrefOf('payments', { reference: webhook.orderReference })}>{webhook.orderReference}</a>
            </dd>
          </div>
        ) : null}
        {webhook.customerReference ? (
          <div>
            <dt>Customer</dt>
            <dd>
              <a href={hrefOf('payments', { reference: webhook.customerReference })}>{webhook.customerReference}</a>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Event id</dt>
          <dd>
            <code>{webhook.eventId}</code>
          </dd>
        </div>
      </dl>
      {failed ? <a href={hrefOf('failures', { reference: webhook.paymentReference, provider: webhook.provider })}>Its failures</a> : null}
    </li>
  );
}
