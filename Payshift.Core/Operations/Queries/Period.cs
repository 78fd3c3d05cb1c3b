namespace Payshift.Core.Operations.Queries;

/// <summary>A period of time, from its beginning until before its end, as operators' calls give it.</summary>
public readonly record struct Period(DateTimeOffset From, DateTimeOffset To)
{
    private const int MaxDays = 366;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Problem => From >= To ? "from must be before to."
        : To - From > TimeSpan.FromDays(MaxDays) ? $"from and to must lie within {MaxDays} days."
        : null;

    /// <param name="from">Null for as long before its end as is usual.</param>
    /// <param name="to">Null for now.</param>
    public static Period Of(DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset now, TimeSpan usual)
    {
        // Clocks of other instances may be ahead.
        var end = to ?? now.AddHours(1);
        return new Period(from ?? (end > DateTimeOffset.UnixEpoch + usual ? end - usual : DateTimeOffset.UnixEpoch), end);
    }
}
