import type { Stats } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { alertsOf } from './alerts';

interface Properties {
  stats: Stats | undefined;
  /** The host did not respond, so that the absence of alerts means nothing. */
  failed: boolean;
}

/** The alerts, or a note that there are none. */
export function Alerts({ stats, failed }: Properties) {
  const alerts = stats === undefined ? [] : alertsOf(stats);
  return (
    <ul class="alerts" aria-label="Alerts" aria-live="polite">
      {alerts.map((alert) => (
        <li key={alert.key} class={`alert alert-${alert.tone}`}>
          <Icon name="warning" />
          <p>
            <strong>{alert.href === undefined ? alert.title : <a href={alert.href}>{alert.title}</a>}.</strong> {alert.text}
          </p>
        </li>
      ))}
      {failed || alerts.length > 0 ? null : stats === undefined ? (
        <li key="wait" class="alert alert-wait">
          Looking…
        </li>
      ) : (
        <li key="good" class="alert alert-good">
          <Icon name="check" />
          <p>
            <strong>Nothing needs you.</strong> Timers run, everybody answers, and nothing waits too long.
          </p>
        </li>
      )}
    </ul>
  );
}
