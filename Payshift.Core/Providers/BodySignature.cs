using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers;

/// <summary>The scheme of most providers: one header with an HMAC over the body in hexadecimal.</summary>
internal static class BodySignature
{
    public static SignatureResult VerifyHex(WebhookDelivery delivery, string headerName, HmacAlgorithm algorithm, IList<string> secrets)
    {
        var header = delivery.Header(headerName).ToString();
        if (header.Length is 0 or > SignatureLimits.MaxHeaderLength)
        {
            return SignatureResult.Missing;
        }

        var length = HmacSignature.DigestLength(algorithm);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        presented.AddHex(header);
        return HmacSignature.MatchesAny(algorithm, secrets, delivery.Body.Span, presented)
            ? SignatureResult.Valid
            : SignatureResult.Mismatch;
    }
}
