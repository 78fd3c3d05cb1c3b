using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Payshift.Tests.Infrastructure;

/// <summary>A made-up envelope format of a future version, in the single partition of a test's queue.</summary>
internal static class LaterVersion
{
    private const string Envelopes = "payshift:{0}:envelopes";

    /// <summary>An envelope a few formats ahead; only its first bytes are as they are today.</summary>
    public static byte[] Envelope()
    {
        var envelope = RandomNumberGenerator.GetBytes(300);
        envelope[0] = 9;
        BinaryPrimitives.WriteInt32LittleEndian(envelope.AsSpan(1), 5000);
        return envelope;
    }

    /// <summary>Writes an envelope as the future version would.</summary>
    /// <returns>The envelope.</returns>
    public static async Task<byte[]> WriteAsync(ServicesFixture services, Webhook webhook)
    {
        var envelope = Envelope();
        await WriteAsync(services, webhook, envelope);
        return envelope;
    }

    public static Task WriteAsync(ServicesFixture services, Webhook webhook, byte[] envelope) =>
        services.Redis.GetDatabase().HashSetAsync(Envelopes, webhook.Id.ToByteArray(), envelope);

    public static async Task<byte[]?> ReadAsync(ServicesFixture services, Webhook webhook) =>
        await services.Redis.GetDatabase().HashGetAsync(Envelopes, webhook.Id.ToByteArray());

    /// <summary>Makes every scheduled webhook due.</summary>
    public static async Task EndDelaysAsync(ServicesFixture services)
    {
        foreach (var id in await services.Redis.GetDatabase().SortedSetRangeByScoreAsync("payshift:{0}:scheduled"))
        {
            await services.Redis.GetDatabase().SortedSetAddAsync("payshift:{0}:scheduled", id, 0);
        }
    }
}
