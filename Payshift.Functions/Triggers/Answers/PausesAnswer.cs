using Payshift.Core.Queue;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What is paused and since when, for an operator.</summary>
internal sealed record PausesAnswer(DateTimeOffset? QueueSince, IReadOnlyDictionary<string, DateTimeOffset> ProvidersSince)
{
    public static PausesAnswer Of(PauseState state) => new(state.QueueSince, state.ProvidersSince);
}
