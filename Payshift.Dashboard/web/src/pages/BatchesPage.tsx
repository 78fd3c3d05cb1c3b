import { useMemo, useState } from 'preact/hooks';

import { api } from '../api/client';
import type { Batch } from '../api/types';
import { usePages } from '../api/usePages';
import { replace, useRoute } from '../route';
import { Chips } from '../ui/Chips';
import { DataTable } from '../ui/DataTable';
import { FiltersButton } from '../ui/FiltersButton';
import { Empty } from '../ui/Notes';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { RefreshButton } from '../ui/RefreshButton';
import { BatchDrawer } from './batches/BatchDrawer';
import { columnsOf } from './batches/columns';
import { describe, noFilter, readFilter, setNames, type Filter } from './batches/filter';
import { FilterForm } from './batches/FilterForm';

const page = 'batches';
const pageSize = 50;
const wide = '(min-width: 861px)';

/** The batches with their results, newest first. */
export function BatchesPage() {
  const route = useRoute();
  const filter = useMemo(() => readFilter(route.query), [route]);
  const pages = usePages(JSON.stringify(filter), async (continuation, signal) => {
    const answer = await api.batches({ ...filter, limit: pageSize, continuation }, signal);
    return { rows: answer.batches, continuation: answer.continuation };
  });
  const [hasForm, setHasForm] = useState(() => window.matchMedia(wide).matches);
  const [open, setOpen] = useState<Batch>();
  const names = setNames(filter);
  const apply = (changed: Filter) => replace(page, changed);

  return (
    <Page
      title="Batches"
      actions={
        <>
          <FiltersButton controls="batch-filters" expanded={hasForm} onToggle={() => setHasForm(!hasForm)} />
          <RefreshButton onClick={pages.refresh} />
        </>
      }
    >
      {hasForm ? <FilterForm id="batch-filters" filter={filter} onApply={apply} /> : null}
      <div class="toolbar">
        {names.length === 0 ? (
          <p class="muted">Of the last 90 days, newest first</p>
        ) : (
          <>
            <Chips chips={names.map((name) => ({ key: name, text: describe(filter, name), onRemove: () => apply({ ...filter, [name]: '' }) }))} />
            <button type="button" class="button-text" onClick={() => apply(noFilter)}>
              Clear all
            </button>
          </>
        )}
      </div>
      <section class="card" aria-label="Batches">
        <PagedList
          pages={pages}
          of="batches"
          empty={
            names.length === 0 ? (
              <Empty title="No batches">Nothing was processed in the last 90 days. The timer runs batches where webhooks wait.</Empty>
            ) : (
              <Empty title="No batch matches">Take a filter away, or look at another period.</Empty>
            )
          }
        >
          {(shown) => <DataTable caption="Batches, newest first" columns={columnsOf(setOpen)} rows={shown} keyOf={(batch) => batch.id} onOpen={setOpen} />}
        </PagedList>
      </section>
      {open === undefined ? null : <BatchDrawer batch={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
