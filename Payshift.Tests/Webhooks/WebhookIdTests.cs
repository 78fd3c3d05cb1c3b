using System.Security.Cryptography;
using CsCheck;

namespace Payshift.Tests.Webhooks;

public sealed class WebhookIdTests
{
    [Fact]
    public void Id_is_the_start_of_a_digest_over_provider_and_event()
    {
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes("stripe\0evt_1"))[..WebhookId.ByteLength];

        Assert.Equal(expected, WebhookId.From("stripe", "evt_1").ToByteArray());
        Assert.Equal(Convert.ToHexStringLower(expected), WebhookId.From("stripe", "evt_1").ToString());
    }

    [Fact]
    public void Provider_and_event_do_not_run_together() =>
        Assert.NotEqual(WebhookId.From("a", "bc"), WebhookId.From("ab", "c"));

    [Fact]
    public void Long_event_ids_are_hashed_in_full() =>
        Assert.NotEqual(WebhookId.From("a", new string('x', 5000)), WebhookId.From("a", new string('x', 5001)));

    [Fact]
    public void Bytes_and_text_lead_back() =>
        Gen.Byte.Array[WebhookId.ByteLength].Sample(bytes =>
        {
            var id = WebhookId.FromBytes(bytes);

            Assert.Equal(bytes, id.ToByteArray());
            Assert.True(WebhookId.TryParse(id.ToString(), out var parsed));
            Assert.Equal(id, parsed);
        });

    [Fact]
    public void Order_is_that_of_the_bytes() =>
        Gen.Select(Gen.Byte.Array[WebhookId.ByteLength], Gen.Byte.Array[WebhookId.ByteLength]).Sample((left, right) =>
            Assert.Equal(
                Math.Sign(left.AsSpan().SequenceCompareTo(right)),
                Math.Sign(WebhookId.FromBytes(left).CompareTo(WebhookId.FromBytes(right)))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789ab0")]
    [InlineData("g123456789abcdef0123456789ab")]
    public void Other_text_is_no_id(string? text) => Assert.False(WebhookId.TryParse(text, out _));
}
