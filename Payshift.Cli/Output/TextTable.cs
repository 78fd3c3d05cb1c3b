namespace Payshift.Cli.Output;

/// <summary>
/// A row a line at any width: rather than wrapping every cell, it leaves out what is least worth knowing, and cuts long texts.
/// </summary>
internal static class TextTable
{
    private const int Gap = 2;

    public static Table Of<T>(IReadOnlyList<T> items, IReadOnlyList<TextColumn<T>> columns, int width)
    {
        var all = columns.Select(column => (Column: column, Cells: items.Select(item => PlainText.Line(column.Cell(item))).ToArray()))
            .Select(shown => (shown.Column, shown.Cells, Full: shown.Cells.Select(cell => cell.Length).Append(shown.Column.Name.Length).Max()))
            .Select(shown => (shown.Column, shown.Cells, shown.Full, Least: Math.Min(shown.Full, Math.Max(shown.Column.Least ?? shown.Full, shown.Column.Name.Length))))
            .ToList();
        var left = width;
        var shown = all.OrderByDescending(column => column.Column.Worth)
            .Where((column, rank) =>
            {
                var fits = rank == 0 || column.Least + Gap <= left;
                left -= fits ? column.Least + Gap : 0;
                return fits;
            })
            .OrderBy(all.IndexOf)
            .ToList();

        var excess = shown.Sum(column => column.Full + Gap) - width;
        var widths = new int[shown.Count];
        foreach (var (column, index) in shown.Select((column, index) => (column, index)).OrderBy(item => item.column.Column.Worth))
        {
            var cut = Math.Clamp(excess, 0, column.Full - column.Least);
            widths[index] = column.Full - cut;
            excess -= cut;
        }

        var table = new Table().Border(TableBorder.None);
        foreach (var (column, index) in shown.Select((column, index) => (column.Column, index)))
        {
            table.AddColumn(new TableColumn(new Text(column.Name, new Style(decoration: Decoration.Bold)))
            {
                Alignment = column.Justify,
                NoWrap = true,
                Padding = new Padding(0, 0, Gap, 0),
                Width = widths[index],
            });
        }

        foreach (var (item, row) in items.Select((item, row) => (item, row)))
        {
            table.AddRow(shown.Select((column, index) => new Text(Cut(column.Cells[row], widths[index]), column.Column.Style?.Invoke(item))));
        }

        return table;
    }

    private static string Cut(string cell, int width) => cell.Length <= width ? cell : cell[..(width - 1)] + '…';
}
