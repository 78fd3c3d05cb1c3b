using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Payshift.Tests.Infrastructure;

/// <summary>A made-up format of a version to come, in the one partition of a test's queue.</summary>
internal static class LaterVersion
{
    private const string Envelopes = "payshift:{0}:envelopes";

    /// <summary>A few formats ahead; only the head is as ever.</summary>
    public static byte[] Envelope()
    {
        var envelope = RandomNumberGenerator.GetBytes(300);
        envelope[0] = 9;
        BinaryPrimitives.WriteInt32LittleEndian(envelope.AsSpan(1), 5000);
        return envelope;
    }

    /// <summary>As if the later version had written it.</summary>
    /// <returns>What it wrote.</returns>
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

    /// <summary>As if the time had come for all that is postponed.</summary>
    public static async Task EndDelaysAsync(ServicesFixture services)
    {
        foreach (var id in await services.Redis.GetDatabase().SortedSetRangeByScoreAsync("payshift:{0}:scheduled"))
        {
            await services.Redis.GetDatabase().SortedSetAddAsync("payshift:{0}:scheduled", id, 0);
        }
    }
}
