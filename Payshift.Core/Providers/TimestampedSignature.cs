using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers;

/// <summary>
/// The scheme of one header with a time and signatures, such as <c>t=…,v1=…</c>: HMAC-SHA256 in hexadecimal over the time as
/// written, a joint and the body, keyed with the secret's text.
/// </summary>
/// <param name="Separator">The character between the header's pairs.</param>
/// <param name="Joint">The text between the time and the body in the signed content.</param>
internal sealed record TimestampedSignature(string Header, char Separator, string TimeName, string SignatureName, string Joint)
{
    /// <param name="seconds">The signed time in seconds since the Unix epoch. The caller checks that it is recent.</param>
    /// <returns><see cref="SignatureResult.Valid"/> if the signature is right, whatever the time.</returns>
    public SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options, out long seconds)
    {
        seconds = 0;
        // A header sent twice means the same as its values joined by commas (RFC 9110, 5.3), which only a scheme with
        // commas can read.
        var values = delivery.Header(Header);
        var header = values.ToString();
        if (header.Length is 0 or > SignatureLimits.MaxHeaderLength || (values.Count > 1 && Separator != ','))
        {
            return SignatureResult.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        var time = ReadOnlySpan<char>.Empty;
        var signatures = 0;
        var pairs = new HeaderPairs(header, Separator);
        while (pairs.TryNext(out var name, out var value))
        {
            if (time.IsEmpty && name.SequenceEqual(TimeName))
            {
                time = value;
            }
            else if (name.SequenceEqual(SignatureName))
            {
                signatures++;
                presented.AddHex(value);
            }
        }

        if (pairs.IsMalformed || signatures == 0 || !TimeWindow.TryParse(time, out seconds))
        {
            return SignatureResult.Missing;
        }

        using var content = SignedContent.Of(delivery.Body.Span, time.ToString(), Joint);
        return HmacSignature.MatchesAny(HmacAlgorithm.Sha256, options.Secrets, content.Span, presented)
            ? SignatureResult.Valid
            : SignatureResult.Mismatch;
    }
}
