import type { Payment, PaymentLink } from '../../api/types';
import { hrefOf } from '../../route';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Notes';
import { StateBadge } from './StateBadge';

/** Payments of the same order or the same customer, also of other providers. */
export function Links({ payment }: { payment: Payment }) {
  return (
    <Card title="Orders and customers">
      {payment.orders.length === 0 && payment.customers.length === 0 ? (
        <Empty title="Linked to nothing">Its webhooks name no order and no customer.</Empty>
      ) : (
        <div class="links">
          {payment.orders.map((link) => (
            <Link key={link.reference} kind="Order" link={link} current={payment.reference} />
          ))}
          {payment.customers.map((link) => (
            <Link key={link.reference} kind="Customer" link={link} current={payment.reference} />
          ))}
        </div>
      )}
    </Card>
  );
}

function Link({ kind, link, current }: { kind: string; link: PaymentLink; current: string }) {
  return (
    <div>
      <h3 class="any">
        {kind} {link.reference === current ? link.reference : <a href={hrefOf('payments', { reference: link.reference })}>{link.reference}</a>}
      </h3>
      <ul class="links-payments" aria-label={`Payments of ${kind.toLowerCase()} ${link.reference}`}>
        {link.payments.map((linked) => (
          <li key={linked.reference}>
            <a class="any" href={hrefOf('payments', { reference: linked.reference })}>
              {linked.reference}
            </a>{' '}
            <StateBadge state={linked.state} /> <span class="muted">{linked.providers.join(', ')}</span>
          </li>
        ))}
      </ul>
      {link.payments.length === 0 ? <p class="muted">No other payment</p> : null}
      {link.hasMore ? <p class="muted">There are more than these.</p> : null}
    </div>
  );
}
