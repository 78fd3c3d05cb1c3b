using Microsoft.Extensions.Options;

namespace Payshift.Core.Retry;

internal sealed class RetryOptionsValidator : IValidateOptions<RetryOptions>
{
    public ValidateOptionsResult Validate(string? name, RetryOptions options) =>
        options.MaxDelay >= options.BaseDelay
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Payshift__Retry__MaxDelay ({options.MaxDelay}) must not be shorter than Payshift__Retry__BaseDelay ({options.BaseDelay}).");
}
