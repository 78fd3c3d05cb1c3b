using System.Text.Json.Serialization;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations.Failures;

namespace Payshift.Cli.Retrying;

/// <summary>The counts of failures that were retried by hand, or only counted.</summary>
/// <param name="Matched">Failures that match, as far as it came.</param>
/// <param name="Items">A result for each; empty for a dry run.</param>
/// <param name="IsComplete">False where Ctrl-C, an outage or a limit left some as they are.</param>
internal sealed record RetrySummary(bool DryRun, int Matched, IReadOnlyList<RetryResponse> Items, bool IsComplete)
{
    /// <summary>What ended it early, after some were retried; null where nothing did.</summary>
    [JsonIgnore]
    public CommandException? Problem { get; init; }

    /// <summary>Whether some cannot be retried.</summary>
    [JsonIgnore]
    public bool HasLost => Items.Any(item => item.Result is RetryResult.NotFound or RetryResult.Unreadable);
}
