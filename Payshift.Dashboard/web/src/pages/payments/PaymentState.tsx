import type { Payment } from '../../api/types';
import { formatCount } from '../../format';
import { Card } from '../../ui/Card';
import { Copyable } from '../../ui/Copy';
import { Icon } from '../../ui/Icon';
import { Time } from '../../ui/Time';
import { StateBadge, stateName } from './StateBadge';

/** The payment's state and its source. */
export function PaymentStateCard({ payment }: { payment: Payment }) {
  return (
    <Card title="State">
      <p class="lead">
        <StateBadge state={payment.state} />
        {payment.since === null ? null : (
          <span class="muted">
            since <Time at={payment.since} />
          </span>
        )}
        <Copyable text={payment.reference} name="the reference" />
      </p>
      {payment.isContradictory ? <Contradiction payment={payment} /> : null}
      {payment.state === null ? (
        <p class="note">
          {payment.webhooks.length === 0
            ? 'No payment has this reference itself. It is the reference of an order or of a customer, whose payments stand beside.'
            : 'None of its webhooks says where a payment stands.'}
        </p>
      ) : null}
      {payment.providers.length === 0 ? null : (
        <div class="table-frame table-after" tabIndex={0} role="region" aria-label="Providers">
          <table class="table table-plain">
            <caption class="hidden">What each provider says</caption>
            <thead>
              <tr>
                <th scope="col">Provider</th>
                <th scope="col">Says</th>
                <th scope="col">Since</th>
                <th scope="col" class="number">Webhooks</th>
              </tr>
            </thead>
            <tbody>
              {payment.providers.map((provider) => (
                <tr key={provider.provider}>
                  <th scope="row">{provider.provider}</th>
                  <td><StateBadge state={provider.state} /></td>
                  <td><Time at={provider.since} short /></td>
                  <td class="number">{formatCount(provider.webhooks)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Contradiction({ payment }: { payment: Payment }) {
  const says = payment.providers.filter((provider) => provider.state !== null).map((provider) => `${provider.provider} says ${stateName(provider.state!)}`);
  return (
    <p class="alert alert-warn alert-after">
      <Icon name="warning" />
      <span>
        <strong>The providers contradict each other.</strong> {says.join(', ')}. The latest of them is shown as the state; look into it before money moves.
      </span>
    </p>
  );
}
