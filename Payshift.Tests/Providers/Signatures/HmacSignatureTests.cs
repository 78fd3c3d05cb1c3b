using System.Security.Cryptography;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Tests.Providers.Signatures;

public sealed class HmacSignatureTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("content");

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(257)]
    [InlineData(5000)]
    public void Keys_of_any_length_match(int length)
    {
        var secret = new string('k', length);
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Content);

        Assert.True(Matches([secret], Convert.ToHexString(digest)));
        Assert.True(Matches(["other", secret], Convert.ToHexStringLower(digest)));
        Assert.False(Matches([secret + "k"], Convert.ToHexString(digest)));
    }

    [Fact]
    public void Blank_secrets_never_match()
    {
        Assert.False(Matches(["", null!], Convert.ToHexString(HMACSHA256.HashData(Array.Empty<byte>(), Content))));
        Assert.False(Matches([" "], Convert.ToHexString(HMACSHA256.HashData(" "u8, Content))));
    }

    [Fact]
    public void Undecodable_signatures_are_left_out()
    {
        var presented = new PresentedSignatures(new byte[PresentedSignatures.BufferLength(32)], 32);
        presented.AddHex("");
        presented.AddHex(new string('g', 64));
        presented.AddHex(new string('a', 63));
        presented.AddBase64("====");
        presented.AddBase64(new string('*', 44));
        presented.AddBase64(new string('A', 44));
        presented.AddBase64(new string(' ', 44));

        Assert.Equal(0, presented.Count);
    }

    [Fact]
    public void Signatures_beyond_the_bound_are_not_considered()
    {
        var presented = new PresentedSignatures(new byte[PresentedSignatures.BufferLength(32)], 32);
        for (var i = 0; i < 100; i++)
        {
            presented.AddHex(new string('a', 64));
        }

        Assert.Equal(SignatureLimits.MaxSignatures, presented.Count);
    }

    private static bool Matches(string[] secrets, string signature)
    {
        var presented = new PresentedSignatures(new byte[PresentedSignatures.BufferLength(32)], 32);
        presented.AddHex(signature);
        return HmacSignature.MatchesAny(HmacAlgorithm.Sha256, secrets, Content, presented);
    }
}
