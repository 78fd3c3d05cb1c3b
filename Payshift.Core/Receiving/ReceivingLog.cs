using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Receiving;

/// <summary>The log events of <see cref="WebhookReceiver"/>.</summary>
internal static partial class ReceivingLog
{
    /// <param name="signature">Anything but <see cref="SignatureResult.Valid"/>.</param>
    /// <param name="length">Of the body, in bytes.</param>
    public static void LogNotVerified(this ILogger logger, string provider, SignatureResult signature, int length)
    {
        switch (signature)
        {
            case SignatureResult.UnknownPayment:
                logger.LogUnknownPayment(provider);
                break;
            case SignatureResult.Undecided:
                logger.LogUndecided(provider);
                break;
            default:
                logger.LogRefused(provider, signature, length);
                break;
        }
    }

    [LoggerMessage(2000, LogLevel.Debug, "{Provider} delivery accepted: {Kept} kept, {Duplicates} known before")]
    public static partial void LogAccepted(this ILogger logger, string provider, int kept, int duplicates);

    [LoggerMessage(2001, LogLevel.Warning, "{Provider} delivery refused: signature {Result}, body of {Length} bytes")]
    private static partial void LogRefused(this ILogger logger, string provider, SignatureResult result, int length);

    [LoggerMessage(2002, LogLevel.Warning, "{Provider} delivery refused: {Problem} Body of {Length} bytes")]
    public static partial void LogMalformed(this ILogger logger, string provider, string problem, int length);

    [LoggerMessage(2003, LogLevel.Warning, "{Provider} delivery refused: larger than {Limit} bytes")]
    public static partial void LogTooLarge(this ILogger logger, string provider, int limit);

    [LoggerMessage(2004, LogLevel.Error, "{Provider} delivery of {Count} webhooks could not be kept: the queue is out of reach")]
    public static partial void LogUnavailable(this ILogger logger, Exception exception, string provider, int count);

    [LoggerMessage(2005, LogLevel.Error, "{Provider} delivery could not be checked: the provider's API is out of reach or refuses us")]
    private static partial void LogUndecided(this ILogger logger, string provider);

    [LoggerMessage(2006, LogLevel.Information, "{Provider} delivery names a payment that its provider does not know; answered, and nothing kept")]
    private static partial void LogUnknownPayment(this ILogger logger, string provider);
}
