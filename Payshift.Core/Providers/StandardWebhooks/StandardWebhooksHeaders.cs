using Microsoft.Extensions.Primitives;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.StandardWebhooks;

/// <summary>The three headers of a delivery, all under the same prefix.</summary>
internal readonly record struct StandardWebhooksHeaders(string Id, string Timestamp, StringValues Signatures)
{
    /// <returns>Null if neither prefix has all three.</returns>
    public static StandardWebhooksHeaders? Of(WebhookDelivery delivery) =>
        Read(delivery, "webhook-id", "webhook-timestamp", "webhook-signature")
        ?? Read(delivery, "svix-id", "svix-timestamp", "svix-signature");

    /// <summary>Sorts the space-separated <c>version,signature</c> items by version; unknown versions are skipped.</summary>
    /// <returns>Whether there was one of a known version.</returns>
    public bool TryReadSignatures(ref PresentedSignatures symmetric, ref PresentedSignatures asymmetric)
    {
        var known = false;
        var considered = 0;
        foreach (var header in Signatures)
        {
            considered += header?.Length ?? 0;
            if (considered > SignatureLimits.MaxHeaderLength)
            {
                break;
            }

            foreach (var range in header.AsSpan().Split(' '))
            {
                var item = header.AsSpan()[range];
                if (item.StartsWith("v1,"))
                {
                    known = true;
                    symmetric.AddBase64(item["v1,".Length..]);
                }
                else if (item.StartsWith("v1a,"))
                {
                    known = true;
                    asymmetric.AddBase64(item["v1a,".Length..]);
                }
            }
        }

        return known;
    }

    private static StandardWebhooksHeaders? Read(WebhookDelivery delivery, string id, string timestamp, string signature) =>
        Single(delivery.Header(id)) is { } ownId && Single(delivery.Header(timestamp)) is { } ownTimestamp
        && delivery.Header(signature) is { Count: > 0 } signatures
            ? new StandardWebhooksHeaders(ownId, ownTimestamp, signatures)
            : null;

    private static string? Single(StringValues values) =>
        values is [{ Length: > 0 and <= SignatureLimits.MaxHeaderLength } value] ? value : null;
}
