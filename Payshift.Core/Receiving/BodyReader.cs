using System.Buffers;

namespace Payshift.Core.Receiving;

/// <summary>A reader of request bodies of unknown length that stops at a limit, whatever the sender announced.</summary>
internal static class BodyReader
{
    private const int FirstRead = 8 * 1024;

    /// <param name="announced">The Content-Length, null if none: only a hint for the first buffer.</param>
    /// <returns>The whole body, or null if it is longer than <paramref name="limit"/> bytes.</returns>
    public static async Task<byte[]?> ReadAsync(Stream body, long? announced, int limit, CancellationToken cancellationToken)
    {
        if (announced > limit)
        {
            return null;
        }

        // One byte more than announced, so that the end of a body of that length is seen without growing.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit, announced ?? FirstRead) + 1);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken);
                if (read == 0)
                {
                    return buffer.AsSpan(0, length).ToArray();
                }

                length += read;
                if (length > limit)
                {
                    return null;
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(2 * length);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
