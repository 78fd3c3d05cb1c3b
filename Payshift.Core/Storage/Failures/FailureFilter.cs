namespace Payshift.Core.Storage.Failures;

/// <summary>The conditions of a search for failures: all that are set must apply.</summary>
public sealed record FailureFilter
{
    /// <summary>The period where none is named.</summary>
    public static readonly TimeSpan UsualPeriod = TimeSpan.FromDays(90);

    public string? Provider { get; init; }

    public string? PaymentMethod { get; init; }

    public string? EventType { get; init; }

    public string? PaymentReference { get; init; }

    /// <summary>A part of the reason, in upper or lower case.</summary>
    public string? Reason { get; init; }

    public FailureStatus? Status { get; init; }

    /// <summary>Received at this time or later.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Received before this time.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>In the words of the calls, for example <c>provider=stripe from=2026-01-31T00:00:00Z to=2026-02-01T00:00:00Z</c>.</summary>
    public string Describe()
    {
        (string Name, string? Value)[] values =
        [
            ("provider", Provider),
            ("method", PaymentMethod),
            ("type", EventType),
            ("reference", PaymentReference),
            ("reason", Reason),
            ("status", Status?.ToString().ToLowerInvariant()),
            ("from", Text(From)),
            ("to", Text(To)),
        ];
        return string.Join(' ', values.Where(value => value.Value is not null).Select(value => $"{value.Name}={value.Value}"));

        static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
