import { useMemo, useState } from 'preact/hooks';

import type { Column } from './DataTable';

type Order = 'ascending' | 'descending';

interface Sorting<Row> {
  rows: Row[];
  orderOf: (name: string) => Order | undefined;
  /** Numbers start with the largest, text with the first; a second press reverses the order. */
  by: (column: Column<Row>) => void;
}

const words = new Intl.Collator(undefined, { numeric: true });

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number' ? one - other : words.compare(String(one), String(other));
}

/** The rows in the reader's order, or as received. Unknown values are last in both directions. */
export function useSorting<Row>(columns: Column<Row>[], rows: Row[]): Sorting<Row> {
  const [chosen, setChosen] = useState<{ name: string; order: Order }>();
  const value = columns.find((column) => column.name === chosen?.name)?.sort;
  const sorted = useMemo(() => {
    if (chosen === undefined || value === undefined) {
      return rows;
    }

    const sign = chosen.order === 'ascending' ? 1 : -1;
    return rows.toSorted((one, other) => {
      const [first, second] = [value(one), value(other)];
      return first === null || second === null ? Number(first === null) - Number(second === null) : sign * compare(first, second);
    });
  }, [rows, chosen]);

  return {
    rows: sorted,
    orderOf: (name) => (chosen?.name === name ? chosen.order : undefined),
    by: (column) =>
      setChosen((before) => {
        const natural: Order = column.numeric === true ? 'descending' : 'ascending';
        const turned: Order = before?.order === 'ascending' ? 'descending' : 'ascending';
        return { name: column.name, order: before?.name === column.name ? turned : natural };
      }),
  };
}
