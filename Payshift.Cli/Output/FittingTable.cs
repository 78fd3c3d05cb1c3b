using Spectre.Console;

namespace Payshift.Cli.Output;

/// <summary>
/// A row a line at any width: rather than wrapping every cell, it leaves out what is least worth knowing.
/// </summary>
internal static class FittingTable
{
    private const int Gap = 2;

    public static Table Of<T>(IReadOnlyList<T> items, IReadOnlyList<FittingColumn<T>> columns, int width)
    {
        var shown = columns.ToList();
        while (shown.Count > 1 && shown.Sum(column => Width(items, column) + Gap) > width)
        {
            shown.Remove(shown.MinBy(column => column.Worth)!);
        }

        var table = new Table().Border(TableBorder.None);
        foreach (var column in shown)
        {
            table.AddColumn(new TableColumn(new Text(column.Name, new Style(decoration: Decoration.Bold)))
            {
                Alignment = column.Justify,
                NoWrap = true,
                Padding = new Padding(0, 0, Gap, 0),
                Width = Width(items, column),
            });
        }

        foreach (var item in items)
        {
            table.AddRow(shown.Select(column => new Text(column.Cell(item), column.Style?.Invoke(item))));
        }

        return table;
    }

    private static int Width<T>(IReadOnlyList<T> items, FittingColumn<T> column) =>
        items.Select(item => column.Cell(item).Length).Append(column.Name.Length).Max();
}
