namespace Payshift.Cli.Output;

/// <summary>A series in one line of characters, and a number as a bar.</summary>
internal static class Sparkline
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <param name="width">Characters at the most; neighbours are added up where there are more values.</param>
    public static string Of(IReadOnlyList<long> values, int width)
    {
        var step = Math.Max(1, (values.Count + width - 1) / width);
        var sums = values.Chunk(step).Select(chunk => chunk.Sum()).ToList();
        var most = sums.Append(0).Max();
        return string.Concat(sums.Select(sum => most == 0 ? Levels[0] : Levels[(int)Math.Ceiling((Levels.Length - 1) * (double)sum / most)]));
    }

    /// <summary>As many blocks as its share of the most, at least one for what is more than nothing.</summary>
    public static string Bar(long value, long most, int width) =>
        value <= 0 || most <= 0 ? "" : new string('█', Math.Max(1, (int)Math.Round(width * (double)value / most)));
}
