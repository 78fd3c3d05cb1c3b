using Payshift.Core.Redis.Circuits;
using Polly;
using Polly.CircuitBreaker;

namespace Payshift.Core.Storage;

/// <summary>The circuit breaker of Table Storage: while it does not answer, calls fail at once, and one now and then tries.</summary>
internal sealed class StorageCircuit
{
    public const string Name = "tables";

    private static readonly TimeSpan ShortestBreak = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(1);

    /// <summary>Counts as open until the next timer had its turn.</summary>
    private static readonly TimeSpan ReportMargin = TimeSpan.FromMinutes(2);

    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline _pipeline;

    public StorageCircuit(ICircuitRegistry registry, TimeProvider timeProvider) =>
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StorageUnavailableException>(exception => exception.IsOutage),
                FailureRatio = 0.5,
                MinimumThroughput = 2,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDurationGenerator = arguments => ValueTask.FromResult(BreakAfter(arguments.HalfOpenAttempts)),
                StateProvider = _state,
                // Nobody waits for what is said: Redis may be slow as well.
                OnOpened = arguments =>
                {
                    _ = registry.ReportOpenAsync(
                        Name, arguments.Outcome.Exception?.Message ?? "Table Storage does not answer.", arguments.BreakDuration + ReportMargin);
                    return default;
                },
                OnClosed = closed =>
                {
                    _ = registry.ReportClosedAsync(Name);
                    return default;
                },
            })
            .Build();

    public bool IsClosed => _state.CircuitState == CircuitState.Closed;

    /// <exception cref="StorageUnavailableException">The circuit is open, or what <paramref name="use"/> threw.</exception>
    public async Task<T> UseAsync<T>(Func<Task<T>> use)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async _ => await use());
        }
        catch (BrokenCircuitException exception)
        {
            throw new StorageUnavailableException("Table Storage did not answer a moment ago and is left alone.", exception);
        }
    }

    private static TimeSpan BreakAfter(int attempts) =>
        attempts >= 4 ? LongestBreak : ShortestBreak * Math.Pow(2, attempts) is var doubled && doubled < LongestBreak ? doubled : LongestBreak;
}
