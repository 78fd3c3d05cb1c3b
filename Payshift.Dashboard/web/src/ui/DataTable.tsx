import type { ComponentChildren } from 'preact';

import { useSorting } from './useSorting';

export interface Column<Row> {
  name: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers are aligned right. */
  numeric?: boolean;
  /** The column takes the remaining width and truncates its content. */
  grow?: boolean;
  /** The value by which the heading sorts; undefined if it does not. */
  sort?: (row: Row) => string | number | null;
}

interface Properties<Row> {
  /** The caption for screen readers. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  /** Opens a row. One of its cells must have a button or link that does the same. */
  onOpen?: (row: Row) => void;
  selection?: { selected: ReadonlySet<string>; change: (selected: Set<string>) => void; nameOf: (row: Row) => string };
}

/** A table on wide screens; on narrow ones each row is a card with labelled cells. */
export function DataTable<Row>({ caption, columns, rows, keyOf, onOpen, selection }: Properties<Row>) {
  const sorting = useSorting(columns, rows);
  const allSelected = selection !== undefined && rows.length > 0 && rows.every((row) => selection.selected.has(keyOf(row)));
  return (
    <div class="table-frame">
      <table class={onOpen === undefined ? 'table' : 'table table-open'}>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {selection === undefined ? null : (
              <th scope="col" class="table-check">
                <input
                  type="checkbox"
                  aria-label="Select all on this page"
                  checked={allSelected}
                  onChange={() => selection.change(new Set(allSelected ? [] : rows.map(keyOf)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <th key={column.name} scope="col" class={column.numeric === true ? 'number' : undefined} aria-sort={sorting.orderOf(column.name)}>
                {column.sort === undefined ? (
                  column.name
                ) : (
                  <button type="button" class="table-sort" onClick={() => sorting.by(column)}>
                    {column.name}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorting.rows.map((row) => {
            const key = keyOf(row);
            return (
              <tr
                key={key}
                onClick={
                  onOpen === undefined
                    ? undefined
                    : (event) => {
                        if (!(event.target instanceof Element) || event.target.closest('a, button, input, label') === null) {
                          onOpen(row);
                        }
                      }
                }
              >
                {selection === undefined ? null : (
                  <td class="table-check">
                    <input
                      type="checkbox"
                      aria-label={`Select ${selection.nameOf(row)}`}
                      checked={selection.selected.has(key)}
                      onChange={(event) => {
                        const changed = new Set(selection.selected);
                        if (event.currentTarget.checked) {
                          changed.add(key);
                        } else {
                          changed.delete(key);
                        }

                        selection.change(changed);
                      }}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.name} data-name={column.name} class={[column.numeric === true ? 'number' : '', column.grow === true ? 'grow' : ''].join(' ').trim() || undefined}>
                    <div>{column.cell(row)}</div>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
