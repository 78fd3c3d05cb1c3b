using Payshift.Samples;

namespace Payshift.Tests.EndToEnd;

/// <summary>Posts of sample deliveries as their providers would make them.</summary>
internal static class Sending
{
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, SampleDelivery delivery, string? provider = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/payment/webhooks/{provider ?? delivery.Provider}")
        {
            Content = new ByteArrayContent(delivery.Body),
        };
        foreach (var (name, value) in delivery.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(request);
    }
}
