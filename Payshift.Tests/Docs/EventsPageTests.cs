using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Payshift.Core.Operations.Audit;
using Payshift.Functions.Triggers;
using Payshift.LocalHost;

namespace Payshift.Tests.Docs;

/// <summary>The page on events lists every log message by its id, and no other.</summary>
public sealed partial class EventsPageTests
{
    private static readonly (string Id, string? Level)[] Logged =
    [
        .. from assembly in new[] { typeof(AuditTrail).Assembly, typeof(ReceiveWebhook).Assembly, typeof(LocalHostSetup).Assembly }
           from type in assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
           let message = method.GetCustomAttribute<LoggerMessageAttribute>()
           where message is not null
           select ($"{message.EventId}", message.Level == LogLevel.None ? null : message.Level.ToString().ToLowerInvariant()),
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

    /// <summary>Some have their level as a parameter.</summary>
    [Fact]
    public void Levels_are_as_listed() => Assert.All(
        Logged.Where(message => message.Level is not null), message => Assert.Equal(message.Level, Listed[message.Id]));

    [GeneratedRegex(@"^\| (?<id>\d+) \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
