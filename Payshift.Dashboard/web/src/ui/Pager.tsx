import type { Pages } from '../api/usePages';

/** The buttons to page through a list of unknown length. They are never disabled, so that they keep the focus while a page loads. */
export function Pager<Row>({ pages, of }: { pages: Pages<Row>; of: string }) {
  return (
    <nav class="pager" aria-label={`Pages of ${of}`}>
      <button type="button" class="button" aria-disabled={pages.index === 0} onClick={pages.previous}>
        Newer
      </button>
      <span class="pager-place" aria-live="polite">
        Page {pages.index + 1}
      </span>
      <button type="button" class="button" aria-disabled={!pages.hasMore} onClick={pages.next}>
        Older
      </button>
    </nav>
  );
}
