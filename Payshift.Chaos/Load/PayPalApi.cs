using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Payshift.Chaos.Load;

/// <summary>
/// PayPal's API as far as hosts ask it: it verifies what was signed with this run's key. Hosts accept certificates of PayPal's
/// own alone, so that its deliveries can be tried only by having the API check them.
/// </summary>
internal sealed class PayPalApi : IAsyncDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    private PayPalApi(WebApplication app) => _app = app;

    /// <summary>PEM of the key to sign with.</summary>
    public string Key => _key.ExportPkcs8PrivateKeyPem();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<PayPalApi> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var api = new PayPalApi(builder.Build());
        api._app.Urls.Add("http://127.0.0.1:0");
        api._app.MapPost("/v1/oauth2/token", () => Results.Json(new { access_token = "token", expires_in = 3600 }));
        api._app.MapPost("/v1/notifications/verify-webhook-signature", async (HttpRequest request) =>
        {
            using var question = await JsonDocument.ParseAsync(request.Body);
            return Results.Json(new { verification_status = api.IsSigned(question.RootElement) ? "SUCCESS" : "FAILURE" });
        });
        await api._app.StartAsync(cancellationToken);
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private bool IsSigned(JsonElement question)
    {
        // Signatures cover the event's bytes, which the question carries unchanged.
        var checksum = Crc32.HashToUInt32(Encoding.UTF8.GetBytes(question.GetProperty("webhook_event").GetRawText()));
        var content = $"{Text("transmission_id")}|{Text("transmission_time")}|{Text("webhook_id")}|{checksum}";
        lock (_key)
        {
            return _key.VerifyData(
                Encoding.UTF8.GetBytes(content), Convert.FromBase64String(Text("transmission_sig")), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        string Text(string name) => question.GetProperty(name).GetString() ?? "";
    }
}
