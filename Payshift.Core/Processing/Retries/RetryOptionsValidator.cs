using System.ComponentModel.DataAnnotations;
using Payshift.Core.Queue;

namespace Payshift.Core.Processing.Retries;

/// <summary>The check of the delays against each other and against how long a webhook may wait at all.</summary>
internal sealed class RetryOptionsValidator(IOptions<QueueOptions> queue) : IValidateOptions<RetryOptions>
{
    public ValidateOptionsResult Validate(string? name, RetryOptions options)
    {
        string[] problems = [.. Problems(options, "Payshift__Retry", MaxAge())];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <param name="prefix">Of the settings' names.</param>
    /// <param name="maxAge">Null where that setting is wrong itself.</param>
    public static IEnumerable<string> Problems(RetryOptions options, string prefix, TimeSpan? maxAge)
    {
        if (options.MaxDelay < options.BaseDelay)
        {
            yield return $"{prefix}__MaxDelay ({options.MaxDelay}) must not be shorter than {prefix}__BaseDelay ({options.BaseDelay}).";
        }
        else if (options.MaxAttempts >= 1 && (options.MaxAttempts - 1) * options.MaxDelay >= maxAge)
        {
            yield return $"{prefix}__MaxAttempts ({options.MaxAttempts}) with {prefix}__MaxDelay ({options.MaxDelay}) can take longer than Payshift__Queue__MaxAge ({maxAge}): "
                + "a webhook would be put away before its last attempt. Raise MaxAge, or lower one of the others.";
        }
    }

    /// <returns>What the attributes say of settings that were made of others.</returns>
    public static IEnumerable<string> RangeProblems(RetryOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => result.ErrorMessage!);
    }

    private TimeSpan? MaxAge()
    {
        try
        {
            return queue.Value.MaxAge;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}
