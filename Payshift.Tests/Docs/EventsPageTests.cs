using System.Text.RegularExpressions;
using Payshift.Tests.Infrastructure;

namespace Payshift.Tests.Docs;

/// <summary>The page on events lists every log message by its id, and no other.</summary>
public sealed partial class EventsPageTests
{
    private static readonly string[] Projects = ["Payshift.Core", "Payshift.Functions", "Payshift.LocalHost"];

    private static readonly (string Id, string? Level)[] Logged =
    [
        .. Projects
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Message().Matches(File.ReadAllText(file)))
            .Select(match => (match.Groups["id"].Value, match.Groups["level"] is { Success: true } level ? level.Value.ToLowerInvariant() : null)),
    ];

    private static readonly Dictionary<string, string> Listed = Row()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "events.md")))
        .ToDictionary(match => match.Groups["id"].Value, match => match.Groups["level"].Value);

    [Fact]
    public void Every_message_has_an_id_of_its_own_that_is_listed()
    {
        Assert.Equal(Logged.Length, Logged.DistinctBy(message => message.Id).Count());
        Assert.Equal(Logged.Select(message => message.Id).Order(StringComparer.Ordinal), Listed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Levels_are_as_listed() => Assert.All(
        Logged.Where(message => message.Level is not null), message => Assert.Equal(message.Level, Listed[message.Id]));

    /// <summary>Some have their level as a parameter.</summary>
    [GeneratedRegex(@"\[LoggerMessage\((EventId = )?(?<id>\d+), (LogLevel\.(?<level>\w+))?")]
    private static partial Regex Message();

    [GeneratedRegex(@"^\| (?<id>\d+) \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
