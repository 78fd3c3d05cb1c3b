import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import { api } from '../api/client';
import type { FailureSummary } from '../api/types';
import { usePages } from '../api/usePages';
import { formatCount } from '../format';
import { go, replace, useRoute } from '../route';
import { Chips } from '../ui/Chips';
import { DataTable } from '../ui/DataTable';
import { FiltersButton } from '../ui/FiltersButton';
import { Empty } from '../ui/Notes';
import { Page } from '../ui/Page';
import { PagedList } from '../ui/PagedList';
import { RefreshButton } from '../ui/RefreshButton';
import { columnsOf } from './failures/columns';
import { FailureDrawer } from './failures/FailureDrawer';
import { describe, noFilter, readFilter, setNames, type Filter } from './failures/filter';
import { FilterForm } from './failures/FilterForm';
import { RetryDialog } from './failures/RetryDialog';
import type { Target } from './failures/retryRuns';

const page = 'failures';
const pageSize = 50;
const wide = '(min-width: 861px)';

/** Permanent failures: find them, look at one, retry them. */
export function FailuresPage() {
  const route = useRoute();
  const filter = useMemo(() => readFilter(route.query), [route]);
  const key = JSON.stringify(filter);
  const openId = route.query.get('open') ?? undefined;
  const pages = usePages(key, async (continuation, signal) => {
    const answer = await api.failures({ ...filter, limit: pageSize, continuation }, signal);
    return { rows: answer.failures, continuation: answer.continuation };
  });
  const [hasForm, setHasForm] = useState(() => window.matchMedia(wide).matches);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<Target>();
  const rows = pages.rows ?? [];
  const chosen = rows.filter((row) => selected.has(row.id));
  const canMatch = rows.length > 0 || pages.hasMore;
  const providers = useSeen(rows);
  // Whether the list's address is one step back in the history.
  const isOwnStep = useRef(false);

  // Only visible rows can be selected.
  useEffect(() => setSelected(new Set()), [key, pages.index]);

  const apply = (changed: Filter) => replace(page, changed);
  const open = (failure: FailureSummary) => {
    isOwnStep.current = true;
    go(page, { ...filter, open: failure.id });
  };
  const close = () => {
    if (isOwnStep.current) {
      isOwnStep.current = false;
      window.history.back();
    } else {
      replace(page, filter);
    }
  };

  return (
    <Page
      title="Failures"
      actions={
        <>
          <FiltersButton controls="failure-filters" expanded={hasForm} onToggle={() => setHasForm(!hasForm)} />
          <RefreshButton onClick={pages.refresh} />
        </>
      }
    >
      {hasForm ? <FilterForm id="failure-filters" filter={filter} providers={providers} onApply={apply} /> : null}
      <div class="toolbar">
        {setNames(filter).length === 0 ? (
          <p class="muted">Received in the last 90 days, newest first</p>
        ) : (
          <>
            <Chips chips={setNames(filter).map((name) => ({ key: name, text: describe(filter, name), onRemove: () => apply({ ...filter, [name]: '' }) }))} />
            <button type="button" class="button-text" onClick={() => apply(noFilter)}>
              Clear all
            </button>
          </>
        )}
        <div class="toolbar-actions">
          <button type="button" class="button only-narrow" onClick={() => setSelected(new Set(chosen.length === rows.length ? [] : rows.map((row) => row.id)))}>
            {chosen.length === rows.length && rows.length > 0 ? 'Select none' : 'Select all here'}
          </button>
          <button type="button" class="button" aria-disabled={chosen.length === 0} onClick={() => chosen.length > 0 && setTarget({ kind: 'selected', failures: chosen })}>
            Retry selected{chosen.length === 0 ? '' : ` (${formatCount(chosen.length)})`}
          </button>
          <button type="button" class="button" aria-disabled={!canMatch} onClick={() => canMatch && setTarget({ kind: 'matching', filter })}>
            Retry all that match
          </button>
        </div>
      </div>
      <section class="card card-tight" aria-label="Failures">
        <PagedList
          pages={pages}
          of="failures"
          empty={
            setNames(filter).length === 0 ? (
              <Empty title="No failures">Every webhook of the last 90 days was processed, or is still tried.</Empty>
            ) : (
              <Empty title="No failure matches">Take a filter away, or look at another period.</Empty>
            )
          }
        >
          {(shown) => (
            <DataTable
              caption="Permanent failures, newest receipt first"
              columns={columnsOf(open)}
              rows={shown}
              keyOf={(row) => row.id}
              onOpen={open}
              selection={{ selected, change: setSelected, nameOf: (row) => `${row.eventType} of ${row.paymentReference}` }}
            />
          )}
        </PagedList>
      </section>
      {openId === undefined ? null : <FailureDrawer key={openId} id={openId} onClose={close} onRetried={pages.refresh} />}
      {target === undefined ? null : (
        <RetryDialog
          target={target}
          onClose={() => {
            setTarget(undefined);
            setSelected(new Set());
            pages.refresh();
          }}
        />
      )}
    </Page>
  );
}

/** All providers seen since the page was opened. */
function useSeen(rows: FailureSummary[]): string[] {
  const seen = useRef(new Set<string>());
  rows.forEach((row) => seen.current.add(row.provider));
  return [...seen.current].sort();
}
