type Cell = string | number | null | undefined;

/** A spreadsheet takes a cell that begins like this for a formula, and runs it. */
const formulaStart = /^[=+\-@\t\r]/;

function cellText(cell: Cell): string {
  if (typeof cell === 'number') {
    return String(cell);
  }

  const text = cell ?? '';
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** RFC 4180. */
export const csvOf = (rows: Cell[][]): string => rows.map((row) => row.map(cellText).join(',') + '\r\n').join('');

export function downloadCsv(name: string, rows: Cell[][]): void {
  // Spreadsheets know UTF-8 by the mark at its start.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
