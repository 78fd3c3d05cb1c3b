using Payshift.Core.Queue;

namespace Payshift.Core.Cleanup.Retention;

/// <summary>The check that results are kept for as long as they are needed.</summary>
/// <remarks>
/// A result is what tells that a webhook took effect before: where its worker died before the queue knew it, and where a delivery
/// comes once more or lies in the inbox. The first can be for as long as a webhook may be in the queue, which bounds its retries
/// too, and that begins at the latest when its event is forgotten as a duplicate.
/// </remarks>
internal sealed class RetentionOptionsValidator(IOptions<QueueOptions> queue) : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options) =>
        options.Results is { } results && Needed() is { } needed && results <= needed
            ? ValidateOptionsResult.Fail(
                $"Payshift__Retention__Results ({results}) must be longer than Payshift__Queue__DeduplicationWindow and Payshift__Queue__MaxAge together ({needed}): "
                + "a webhook whose result is gone could take effect again.")
            : ValidateOptionsResult.Success;

    /// <returns>Null where the queue's settings are wrong themselves; they say so.</returns>
    private TimeSpan? Needed()
    {
        try
        {
            return queue.Value.DeduplicationWindow + queue.Value.MaxAge;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}
