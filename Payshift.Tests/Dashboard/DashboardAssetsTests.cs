using System.IO.Compression;
using System.Text.RegularExpressions;
using Payshift.Dashboard;

namespace Payshift.Tests.Dashboard;

public sealed class DashboardAssetsTests
{
    [Fact]
    public void The_page_and_all_that_it_loads_are_embedded_and_nothing_else_is()
    {
        Assert.True(DashboardAssets.IsBuilt);
        var index = Text(DashboardAssets.Index);
        var loaded = Regex.Matches(index, """(?:src|href)="/payment/admin/webhook-dashboard/([^"]+)""").Select(match => match.Groups[1].Value).ToArray();

        Assert.Contains(loaded, path => path.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(loaded, path => path.EndsWith(".css", StringComparison.Ordinal));
        Assert.All(loaded, path => Assert.NotNull(DashboardAssets.Find(path)));
        Assert.DoesNotContain(EmbeddedPaths.All, path => path.EndsWith(".map", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_has_nothing_inline_that_its_policy_would_refuse()
    {
        var index = Text(DashboardAssets.Index);
        Assert.DoesNotMatch("<style|style=| on[a-z]+=|javascript:", index);
        Assert.All(Regex.Matches(index, "<script[^>]*>([^<]*)<"), match => Assert.Empty(match.Groups[1].Value));
    }

    [Fact]
    public void Every_asset_is_of_a_known_type_and_its_encodings_hold_the_same_bytes()
    {
        Assert.All(EmbeddedPaths.All, path =>
        {
            var asset = DashboardAssets.Find(path)!;
            Assert.NotEqual("application/octet-stream", asset.ContentType);
            Assert.Equal(asset.Plain.ToArray(), Read(new BrotliStream(new MemoryStream(asset.Brotli.ToArray()), CompressionMode.Decompress)));
            Assert.Equal(asset.Plain.ToArray(), Read(new GZipStream(new MemoryStream(asset.Gzip.ToArray()), CompressionMode.Decompress)));
            Assert.Matches("^W/\"[0-9a-f]{24}\"$", asset.EntityTag);
        });
    }

    [Fact]
    public void What_carries_a_digest_in_its_name_may_be_kept_and_the_page_itself_may_not()
    {
        Assert.False(DashboardAssets.Find(DashboardAssets.Index)!.IsImmutable);
        Assert.All(EmbeddedPaths.All, path => Assert.Equal(Regex.IsMatch(path, @"^assets/[\w-]+-[\w-]{8}\.\w+$"), DashboardAssets.Find(path)!.IsImmutable));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing.js")]
    [InlineData("../index.html")]
    [InlineData("INDEX.HTML")]
    [InlineData("assets/")]
    public void What_is_no_asset_is_not_found(string path) => Assert.Null(DashboardAssets.Find(path));

    private static string Text(string path) => Encoding.UTF8.GetString(DashboardAssets.Find(path)!.Plain.Span);

    private static byte[] Read(Stream stream)
    {
        using var target = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(target);
        }

        return target.ToArray();
    }
}
