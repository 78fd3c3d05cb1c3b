using Microsoft.Extensions.Options;
using Payshift.Core.Queue;

namespace Payshift.Core.Processing;

/// <summary>Holds the time limits of processing against those of the queue.</summary>
internal sealed class ProcessingOptionsValidator(IOptions<QueueOptions> queue) : IValidateOptions<ProcessingOptions>
{
    public ValidateOptionsResult Validate(string? name, ProcessingOptions options)
    {
        TimeSpan lease;
        try
        {
            lease = queue.Value.LeaseDuration;
        }
        catch (OptionsValidationException)
        {
            // The queue's settings speak for themselves.
            return ValidateOptionsResult.Skip;
        }

        return lease > 2 * options.BatchTimeout
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Payshift__Queue__LeaseDuration ({lease}) must be more than twice Payshift__Processing__BatchTimeout ({options.BatchTimeout}): a batch is handled in up to two steps while it holds its lease.");
    }
}
