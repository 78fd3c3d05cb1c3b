using Payshift.Core.Queue;

namespace Payshift.Core.Processing;

/// <summary>The check of the settings of processing against each other and against those of the queue.</summary>
internal sealed class ProcessingOptionsValidator(IOptions<QueueOptions> queue) : IValidateOptions<ProcessingOptions>
{
    private const int MaxConcurrency = 1000;

    /// <summary>The platform ends a function after ten minutes: <c>functionTimeout</c> in host.json.</summary>
    private static readonly TimeSpan FunctionTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, ProcessingOptions options)
    {
        string[] problems = [.. Problems(options)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(ProcessingOptions options)
    {
        if (LeaseDuration() is { } lease && lease <= 2 * options.BatchTimeout)
        {
            yield return $"Payshift__Queue__LeaseDuration ({lease}) must be more than twice Payshift__Processing__BatchTimeout ({options.BatchTimeout}): a batch is handled in up to two steps while it holds its lease.";
        }

        if (options.TimeBudget + options.BatchTimeout > FunctionTimeout)
        {
            yield return $"Payshift__Processing__TimeBudget ({options.TimeBudget}) and Payshift__Processing__BatchTimeout ({options.BatchTimeout}) must not exceed {FunctionTimeout} together: the platform would end the run in the middle of a batch.";
        }

        if (options.BatchSizeCeiling < options.BatchSizeFloor)
        {
            yield return $"Payshift__Processing__BatchSizeCeiling ({options.BatchSizeCeiling}) must not be less than Payshift__Processing__BatchSizeFloor ({options.BatchSizeFloor}).";
        }

        foreach (var (method, limit) in options.MethodConcurrencies.Where(limit => limit.Value is < 1 or > MaxConcurrency))
        {
            yield return $"Payshift__Processing__MethodConcurrencies__{method} ({limit}) must be between 1 and {MaxConcurrency}.";
        }
    }

    /// <returns>Null where the queue's settings are wrong themselves; they say so.</returns>
    private TimeSpan? LeaseDuration()
    {
        try
        {
            return queue.Value.LeaseDuration;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}
