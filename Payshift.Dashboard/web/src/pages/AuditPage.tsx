import { useMemo } from 'preact/hooks';

import { api } from '../api/client';
import { usePages } from '../api/usePages';
import { formatTime } from '../format';
import { replace, useRoute } from '../route';
import { Chips } from '../ui/Chips';
import { DataTable } from '../ui/DataTable';
import { DraftForm } from '../ui/DraftForm';
import { Empty } from '../ui/Notes';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { PeriodFields, readPeriod, type Period } from '../ui/PeriodFields';
import { RefreshButton } from '../ui/RefreshButton';
import { columns } from './audit/columns';

const page = 'audit';
const pageSize = 50;

/** The log of manual actions. */
export function AuditPage() {
  const route = useRoute();
  const period = useMemo(() => readPeriod(route.query), [route]);
  const pages = usePages(JSON.stringify(period), async (continuation, signal) => {
    const answer = await api.audit({ ...period, limit: pageSize, continuation }, signal);
    return { rows: answer.entries, continuation: answer.continuation };
  });
  const apply = (changed: Period) => replace(page, { ...changed });
  const isNarrowed = period.from !== '' || period.to !== '';

  return (
    <Page title="Audit" actions={<RefreshButton onClick={pages.refresh} />}>
      <DraftForm label="Period" value={period} none={{ from: '', to: '' }} onApply={apply}>
        {(draft, change) => <PeriodFields what="Began" period={draft} onChange={change} />}
      </DraftForm>
      <div class="toolbar">
        {isNarrowed ? (
          <Chips
            chips={[
              ...(period.from === '' ? [] : [{ key: 'from', text: `From ${formatTime(new Date(period.from))}`, onRemove: () => apply({ ...period, from: '' }) }]),
              ...(period.to === '' ? [] : [{ key: 'to', text: `Before ${formatTime(new Date(period.to))}`, onRemove: () => apply({ ...period, to: '' }) }]),
            ]}
          />
        ) : (
          <p class="muted">Of the last 90 days, newest first</p>
        )}
      </div>
      <section class="card" aria-label="Audit">
        <PagedList
          pages={pages}
          of="the audit"
          empty={<Empty title="Nothing was done by hand">{isNarrowed ? 'Look at another period.' : 'Retries, runs, cleanups, pauses and resumes are written down here.'}</Empty>}
        >
          {(entries) => <DataTable caption="Manual actions, newest first" columns={columns} rows={entries} keyOf={(entry) => entry.id} />}
        </PagedList>
      </section>
    </Page>
  );
}
