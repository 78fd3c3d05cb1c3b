import { api } from '../../api/client';
import type { CleanedUp } from '../../api/types';
import { countOf, formatDuration } from '../../format';
import { hrefOf } from '../../route';
import { Card } from '../../ui/Card';
import { useAction } from '../../ui/useAction';
import { ActionTrouble } from './ActionTrouble';
import { Outcome } from './Outcome';

/** The button that reclaims webhooks of dead workers and removes stale ones. */
export function CleanUp({ onDone }: { onDone: () => void }) {
  const action = useAction<CleanedUp>('cleanup');
  const run = async () => {
    await action.run(() => api.cleanup());
    onDone();
  };

  return (
    <Card title="Clean up">
      <div class="form">
        <p class="form-words">
          Brings back webhooks whose worker died, and keeps those that waited too long as failures. The timer does it by itself; by hand it is of use
          after a crash.
        </p>
        <div class="form-actions">
          <button type="button" class="button button-primary" aria-disabled={action.busy} aria-busy={action.busy} onClick={() => void run()}>
            {action.busy ? 'Cleaning up…' : 'Clean up'}
          </button>
        </div>
      </div>
      {action.error === undefined ? null : <ActionTrouble error={action.error} at={action.at} />}
      {action.result === undefined ? null : <Cleaned result={action.result} at={action.at} />}
    </Card>
  );
}

function Cleaned({ result, at }: { result: CleanedUp; at: Date | undefined }) {
  const done = [
    { count: result.reclaimed, words: `${countOf(result.reclaimed, 'webhook')} whose lease had ended: back in the queue` },
    { count: result.recovered, words: `${countOf(result.recovered, 'webhook')} that no part of the queue held: back in the queue` },
    { count: result.stale, words: `${countOf(result.stale, 'webhook')} that waited too long: kept as failures`, href: hrefOf('failures') },
    { count: result.forgotten, words: `${countOf(result.forgotten, 'event')} known for longer than the deduplication window: forgotten` },
  ].filter(({ count }) => count > 0);
  return (
    <Outcome tone="good" title={done.length === 0 ? 'There was nothing to clean up.' : `Cleaned up in ${formatDuration(result.elapsedSeconds)}.`} at={at}>
      {done.length === 0 ? null : (
        <ul>
          {done.map(({ words, href }) => (
            <li key={words}>{href === undefined ? words : <a href={href}>{words}</a>}</li>
          ))}
        </ul>
      )}
    </Outcome>
  );
}
