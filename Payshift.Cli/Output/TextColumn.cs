namespace Payshift.Cli.Output;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Worth">Columns of more worth are shown first where the terminal is narrow; the others where they still fit.</param>
/// <param name="Least">A column of long texts is cut to as little as this before another is left out; null where cells stay whole.</param>
internal sealed record TextColumn<T>(
    string Name, int Worth, Func<T, string> Cell, Justify Justify = Justify.Left, Func<T, Style>? Style = null, int? Least = null);
