namespace Payshift.Core.Providers;

/// <summary>The state of a refunded payment, in part or in full, for events that carry both amounts.</summary>
internal static class RefundState
{
    /// <param name="refunded">The amount refunded so far, in the same unit as <paramref name="paid"/>.</param>
    public static PaymentState StateOf(string? refunded, string? paid) =>
        Read(refunded) is { } part && Read(paid) is { } whole && part < whole ? PaymentState.PartiallyRefunded : PaymentState.Refunded;

    private static decimal? Read(string? amount) =>
        decimal.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
