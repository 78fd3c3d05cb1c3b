using Microsoft.Extensions.Primitives;

namespace Payshift.Core.Operations.Queries;

/// <summary>The parameters of an operator's call, read strictly: what is unknown, repeated or unreadable is a problem.</summary>
public sealed class QueryValues(IEnumerable<KeyValuePair<string, StringValues>> query)
{
    /// <summary>Carries the function key.</summary>
    private const string KeyParameter = "code";

    private readonly Dictionary<string, StringValues> _values = new(query, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase) { KeyParameter };

    /// <summary>What is wrong, null where nothing is.</summary>
    public string? Problem { get; private set; }

    public string? Text(string name, int maxLength = 512)
    {
        _known.Add(name);
        var values = _values.GetValueOrDefault(name);
        if (values.Count > 1)
        {
            Problem ??= $"{name} is given more than once.";
        }
        else if (values is [{ Length: > 0 } text])
        {
            if (text.Length <= maxLength)
            {
                return text;
            }

            Problem ??= $"{name} is longer than {maxLength} characters.";
        }

        return null;
    }

    public int? Number(string name, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Problem ??= $"{name} must be a whole number between {min} and {max}.";
        return null;
    }

    /// <summary>A point in time of ISO 8601; without an offset it is UTC.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // A plus sign that was not escaped arrives as a space.
        if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return time;
        }

        Problem ??= $"{name} must be a time such as 2026-01-31T23:59:00Z.";
        return null;
    }

    /// <summary>The parameters <c>from</c> and <c>to</c>: times from one on and before the other.</summary>
    /// <param name="usual">How long before <c>to</c> it begins where <c>from</c> is left out.</param>
    public Period Period(DateTimeOffset now, TimeSpan usual)
    {
        var period = Queries.Period.Of(Time("from"), Time("to"), now, usual);
        Problem ??= period.Problem;
        return period;
    }

    public bool Flag(string name)
    {
        switch (Text(name)?.ToLowerInvariant())
        {
            case null or "false":
                return false;
            case "true":
                return true;
            default:
                Problem ??= $"{name} must be true or false.";
                return false;
        }
    }

    /// <summary>One of an enum's names, in upper or lower case.</summary>
    public TEnum? Name<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Enum.GetNames<TEnum>().FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return Enum.Parse<TEnum>(found);
        }

        Problem ??= $"{name} must be one of {string.Join(", ", Enum.GetNames<TEnum>().Select(known => known.ToLowerInvariant()))}.";
        return null;
    }

    /// <summary>To be called last: a misspelt filter must not mean everything.</summary>
    public string? ProblemOrUnknown() =>
        Problem ?? (_values.Keys.FirstOrDefault(name => !_known.Contains(name)) is { } unknown
            ? $"{(unknown.Length <= 40 ? unknown : unknown[..40])} is no parameter of this call."
            : null);
}
