type Cell = string | number | null | undefined;

/** The start of cells that a spreadsheet would run as a formula. */
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
  // Spreadsheets recognise UTF-8 by the mark at its start.
  const url = URL.createObjectURL(new Blob(['\uFEFF', csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
