using System.Text.RegularExpressions;

namespace Payshift.Tests.Infra;

/// <summary>The names in a query of the Kusto Query Language. There is no parser of it in the feed; this reads as much as our queries use.</summary>
internal sealed partial class Kql
{
    private static readonly HashSet<string> Words =
    [
        // Operators and their words.
        "let", "where", "summarize", "by", "extend", "project", "order", "top", "asc", "desc", "and", "or", "not", "in", "union", "withsource",
        // Functions.
        "tostring", "toint", "todouble", "bin", "sum", "sumif", "max", "count", "percentile", "round", "iff", "strcat", "toscalar", "isnotempty",
    ];

    private readonly string _text;

    private Kql(string name, string text) => (Name, _text) = (name, text);

    /// <summary>Of the file, with its folder.</summary>
    public string Name { get; }

    public IEnumerable<string> Tables => Identifiers().Where(name => Table().IsMatch(name)).Distinct();

    /// <summary>Names of metrics and spans, by whether the query reads metrics.</summary>
    public IEnumerable<string> Names => NameComparison().Matches(Code)
        .SelectMany(match => QuotedText().Matches(match.Value)).Select(match => match.Groups["text"].Value).Distinct();

    public IEnumerable<string> Properties => PropertyAccess().Matches(Code).Select(match => match.Groups["name"].Value).Distinct();

    /// <summary>Values that a property or a column made of one is compared with.</summary>
    public IEnumerable<string> Values => QuotedText().Matches(PropertyAccess().Replace(NameComparison().Replace(Code, ""), "")).Select(match => match.Groups["text"].Value).Distinct();

    /// <summary>Columns of the tables: every identifier that is no word of the language, no table, and not given by the query itself.</summary>
    public IEnumerable<string> Columns
    {
        get
        {
            var given = Given().Matches(Unquoted).Select(match => match.Groups["name"].Value).ToHashSet();
            return Identifiers().Where(name => !Words.Contains(name) && !Table().IsMatch(name) && !given.Contains(name)).Distinct();
        }
    }

    private string Code => Comment().Replace(_text, "");

    private string Unquoted => QuotedText().Replace(Code, "''");

    public static IEnumerable<Kql> ReadAll(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.kql", SearchOption.AllDirectories)
        select new Kql(Path.GetRelativePath(folder, file), File.ReadAllText(file));

    public static Kql Parse(string text) => new("text", text);

    private IEnumerable<string> Identifiers() => Identifier().Matches(Unquoted).Select(match => match.Value);

    [GeneratedRegex(@"^App[A-Z]\w*$")]
    private static partial Regex Table();

    // Not the unit of a span of time, as in 5m.
    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"'(?<text>[^']*)'")]
    private static partial Regex QuotedText();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bName (?:==|in) (?:'[^']*'|\([^)]*\))")]
    private static partial Regex NameComparison();

    [GeneratedRegex(@"Properties\['(?<name>[^']+)'\]")]
    private static partial Regex PropertyAccess();

    [GeneratedRegex(@"withsource = (?<name>\w+)|\b(?<name>\w+) = ")]
    private static partial Regex Given();
}
