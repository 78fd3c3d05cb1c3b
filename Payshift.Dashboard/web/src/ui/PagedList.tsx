import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { Pages } from '../api/usePages';
import { Empty, Skeleton, Trouble } from './Notes';
import { Pager } from './Pager';

interface Properties<Row> {
  pages: Pages<Row>;
  /** The name of the rows, in the plural. */
  of: string;
  /** The text for an empty list. */
  empty: ComponentChildren;
  children: (rows: Row[]) => ComponentChildren;
}

/** One page of a list in any state: loading, empty, failed or shown. */
export function PagedList<Row>({ pages, of, empty, children }: Properties<Row>) {
  const list = useRef<HTMLDivElement>(null);
  const shownIndex = useRef(pages.index);
  useEffect(() => {
    if (shownIndex.current !== pages.index) {
      shownIndex.current = pages.index;
      list.current?.scrollIntoView();
    }
  }, [pages.index]);
  const trouble = pages.error === undefined ? null : <Trouble error={pages.error} stale={pages.rows !== undefined} retry={pages.refresh} />;
  if (pages.rows === undefined) {
    return <div class="list">{trouble ?? <Skeleton lines={12} label={`Loading ${of}`} />}</div>;
  }

  return (
    <>
      {trouble}
      <div ref={list} class="list" aria-busy={pages.loading}>
        {pages.rows.length > 0 ? (
          children(pages.rows)
        ) : pages.loading ? (
          <Skeleton lines={12} label={`Loading ${of}`} />
        ) : pages.isUnfinished ? (
          <Empty title="Nothing found so far">
            There is more to search.{' '}
            <button type="button" class="button" onClick={pages.searchOn}>
              Search further
            </button>
          </Empty>
        ) : (
          empty
        )}
      </div>
      {pages.index === 0 && !pages.hasMore ? null : <Pager pages={pages} of={of} />}
    </>
  );
}
