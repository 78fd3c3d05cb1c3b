using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Payshift.Chaos.Load;

/// <summary>
/// Keys as docs/architecture.md has them, computed a second time and apart from the code under test.
/// </summary>
internal static class ExpectedKeys
{
    private const int IdBytes = 14;

    /// <returns>The first 112 bits of SHA-256 over provider, a zero byte and event id.</returns>
    public static string WebhookId(string provider, string eventId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider}\0{eventId}")).AsSpan(0, IdBytes));

    /// <returns>Reference, inverted event time, id. References here have no character that needs escaping but the blank.</returns>
    public static string ResultRow(string reference, DateTimeOffset time, string webhookId)
    {
        var left = (DateTime.MaxValue - time.UtcDateTime).Ticks / TimeSpan.TicksPerMillisecond;
        return string.Create(CultureInfo.InvariantCulture, $"{reference}|{left:D15}|{webhookId}");
    }
}
