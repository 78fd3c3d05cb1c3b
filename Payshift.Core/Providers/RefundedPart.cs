namespace Payshift.Core.Providers;

/// <summary>The distinction between a partial and a full refund, where an event carries both amounts.</summary>
internal static class RefundedPart
{
    /// <param name="refunded">What went back so far, in the same unit as <paramref name="paid"/>.</param>
    public static PaymentState StateOf(string? refunded, string? paid) =>
        Read(refunded) is { } part && Read(paid) is { } whole && part < whole ? PaymentState.PartiallyRefunded : PaymentState.Refunded;

    private static decimal? Read(string? amount) =>
        decimal.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
