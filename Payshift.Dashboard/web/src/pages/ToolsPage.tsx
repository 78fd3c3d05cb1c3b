import { api } from '../api/client';
import { useQuery } from '../api/useQuery';
import { Trouble } from '../ui/Notes';
import { Page } from '../ui/Page';
import { CleanUp } from './tools/CleanUp';
import { Pauses } from './tools/Pauses';
import { RunBatches } from './tools/RunBatches';

const statsEveryMs = 5_000;
const weekMs = 7 * 86_400_000;

/** The manual actions of an operator. */
export function ToolsPage() {
  const stats = useQuery('stats', api.stats, statsEveryMs);
  const week = useQuery('providers', (signal) => api.analytics({ from: new Date(Date.now() - weekMs).toISOString(), to: new Date().toISOString(), by: 'day' }, signal));

  return (
    <Page title="Tools">
      {stats.error === undefined ? null : <Trouble error={stats.error} stale={stats.data !== undefined} retry={stats.refresh} />}
      <div class="grid">
        <RunBatches paused={stats.data?.paused.queueSince != null} onDone={stats.refresh} />
        <CleanUp onDone={stats.refresh} />
        <Pauses stats={stats.data} failed={stats.error !== undefined} seen={week.data?.groups.map((group) => group.provider) ?? (week.error === undefined ? undefined : [])} onChange={stats.refresh} />
      </div>
    </Page>
  );
}
