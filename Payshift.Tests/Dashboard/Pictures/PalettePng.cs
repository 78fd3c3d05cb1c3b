using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Payshift.Tests.Dashboard.Pictures;

/// <summary>
/// Makes a screenshot small: its 256 most frequent colours as a palette, and the few others as the nearest of them. A page
/// has flat colours, so that only soft edges of letters change, by less than can be seen.
/// </summary>
/// <remarks><see href="https://www.w3.org/TR/png-3/">PNG, third edition</see>. Reads what Chromium writes: 8 bits a channel, no alpha, not interlaced.</remarks>
internal static class PalettePng
{
    private const int Channels = 3;
    private const int HeaderLength = 8;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] From(byte[] png)
    {
        var chunks = Chunks(png).ToArray();
        var header = chunks[0].Data;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        Assert.Equal([8, 2, 0, 0, 0], header[HeaderLength..]);
        var pixels = Unfiltered(Inflated([.. chunks.Where(chunk => chunk.Type == "IDAT").SelectMany(chunk => chunk.Data)]), width * Channels, height);

        var colours = new int[width * height];
        for (var index = 0; index < colours.Length; index++)
        {
            colours[index] = (pixels[index * Channels] << 16) | (pixels[(index * Channels) + 1] << 8) | pixels[(index * Channels) + 2];
        }

        var byFrequency = colours.CountBy(colour => colour).OrderByDescending(entry => entry.Value).Select(entry => entry.Key).ToArray();
        var palette = byFrequency.Take(256).ToArray();
        var nearest = byFrequency.ToDictionary(colour => colour, colour => (byte)Array.IndexOf(palette, palette.MinBy(known => Distance(known, colour))));

        // A byte in front of each row: its filter, none.
        var rows = new byte[(width + 1) * height];
        for (var index = 0; index < colours.Length; index++)
        {
            rows[((index / width) * (width + 1)) + 1 + (index % width)] = nearest[colours[index]];
        }

        using var target = new MemoryStream();
        target.Write(Signature);
        Write(target, "IHDR", [.. header[..HeaderLength], 8, 3, 0, 0, 0]);
        Write(target, "PLTE", [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        Write(target, "IDAT", Deflated(rows));
        Write(target, "IEND", []);
        return target.ToArray();
    }

    private static IEnumerable<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        for (var at = Signature.Length; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    private static void Write(MemoryStream target, string type, byte[] data)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        target.Write(number);
        target.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(typed));
        target.Write(number);
    }

    private static byte[] Unfiltered(byte[] rows, int stride, int height)
    {
        var pixels = new byte[stride * height];
        for (var row = 0; row < height; row++)
        {
            var filter = rows[row * (stride + 1)];
            for (var column = 0; column < stride; column++)
            {
                var at = (row * stride) + column;
                var left = column >= Channels ? pixels[at - Channels] : 0;
                var above = row > 0 ? pixels[at - stride] : 0;
                var corner = column >= Channels && row > 0 ? pixels[at - stride - Channels] : 0;
                var predicted = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    _ => Paeth(left, above, corner),
                };
                pixels[at] = (byte)(rows[(row * (stride + 1)) + 1 + column] + predicted);
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var estimate = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private static int Distance(int one, int other)
    {
        var (red, green, blue) = (((one >> 16) & 255) - ((other >> 16) & 255), ((one >> 8) & 255) - ((other >> 8) & 255), (one & 255) - (other & 255));
        return (red * red) + (green * green) + (blue * blue);
    }

    private static byte[] Inflated(byte[] data)
    {
        using var source = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }

    private static byte[] Deflated(byte[] data)
    {
        using var target = new MemoryStream();
        using (var stream = new ZLibStream(target, CompressionLevel.SmallestSize))
        {
            stream.Write(data);
        }

        return target.ToArray();
    }
}
