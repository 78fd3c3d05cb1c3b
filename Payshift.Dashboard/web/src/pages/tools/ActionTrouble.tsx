import type { ApiError } from '../../api/client';
import { hrefOf } from '../../route';
import { Outcome } from './Outcome';

/** The statuses of gateways between the page and the host that gave up waiting. */
const gatewayStatuses = [0, 408, 499, 502, 504];

/** The reason why an action gave no result, with what can be done about it. */
export function ActionTrouble({ error, at }: { error: ApiError; at: Date | undefined }) {
  const advice = gatewayStatuses.includes(error.status) ? (
    <>
      It may have begun, and may still go on: the <a href={hrefOf('audit')}>audit</a> tells. Doing it again does no harm.
    </>
  ) : error.isOutage ? (
    <>Nothing is lost: webhooks stay in the queue. Look at the alerts of the <a href={hrefOf('overview')}>overview</a>, and try again when both answer.</>
  ) : error.status >= 500 ? (
    <>The host's log tells what went wrong. Webhooks stay in the queue.</>
  ) : (
    <>Nothing was done. Change what is asked for, and try again.</>
  );
  return (
    <Outcome tone="bad" title={error.message} at={at}>
      <p>{advice}</p>
    </Outcome>
  );
}
