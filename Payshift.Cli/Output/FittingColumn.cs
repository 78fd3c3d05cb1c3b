using Spectre.Console;

namespace Payshift.Cli.Output;

/// <summary>A column of a <see cref="FittingTable"/>.</summary>
/// <param name="Worth">Columns of the least worth are left out first where the terminal is narrow.</param>
internal sealed record FittingColumn<T>(string Name, int Worth, Func<T, string> Cell, Justify Justify = Justify.Left, Func<T, Style>? Style = null);
