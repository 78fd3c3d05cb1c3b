namespace Payshift.Core.Webhooks;

/// <summary>Stands in logs for an exception whose text has a card number, with everything else of it in its message.</summary>
public sealed class MaskedException : Exception
{
    private MaskedException(string text)
        : base(text)
    {
    }

    /// <returns>The exception itself where there is nothing to mask.</returns>
    public static Exception Of(Exception exception)
    {
        var text = exception.ToString();
        var masked = SensitiveText.Mask(text);
        return masked == text ? exception : new MaskedException(masked);
    }
}
