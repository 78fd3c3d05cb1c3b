using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.StandardWebhooks;

/// <summary>A Standard Webhooks secret, decoded.</summary>
/// <param name="IsPublic">Whether it is an Ed25519 public key; the key of an HMAC otherwise.</param>
internal readonly record struct StandardWebhooksKey(byte[] Bytes, bool IsPublic)
{
    private const string SecretPrefix = "whsec_";
    private const string PublicKeyPrefix = "whpk_";

    /// <param name="secret">Base64 after <c>whsec_</c>, after <c>whpk_</c>, or alone, with or without padding.</param>
    public static bool TryParse(string? secret, out StandardWebhooksKey key)
    {
        key = default;
        if (string.IsNullOrWhiteSpace(secret))
        {
            return false;
        }

        var isPublic = secret.StartsWith(PublicKeyPrefix, StringComparison.Ordinal);
        var text = isPublic ? secret[PublicKeyPrefix.Length..]
            : secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..]
            : secret;
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var buffer = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, buffer, out var length) || length == 0)
        {
            return false;
        }

        var bytes = buffer[..length];
        key = new StandardWebhooksKey(bytes, isPublic);
        return !isPublic || bytes.Length == Ed25519Signature.PublicKeyLength;
    }
}
