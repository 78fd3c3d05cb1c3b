using System.Collections.Concurrent;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Payshift.Core.Queue.Envelopes;

/// <summary>
/// Zstandard (RFC 8878) with a dictionary of the shapes that providers document: field names and fixed values, which make up
/// most of a webhook. A 4.9 KB Stripe charge, indented as Stripe sends it, takes 0.24 of its size.
/// </summary>
/// <remarks>
/// A dictionary never changes: what waits in Redis can only be read with the one it was written with. A better one gets a
/// number and a format of its own. In the second one values have their usual length, so that the distance back to the shape
/// stays the same from field to field, which is the cheapest to find and to write.
/// </remarks>
internal sealed class EnvelopeCompression
{
    private const int Level = 1;

    /// <summary>
    /// How far the search skips ahead where nothing repeats; with it, single bytes stay uncompressed. Half the time for
    /// 3 % of the size.
    /// </summary>
    private const int TargetLength = 2;

    /// <summary>Places in the search table, as a power of two: with fewer, the dictionary's last shapes crowd out its first.</summary>
    private const int HashLog = 15;

    /// <summary>As zstd.h names it: ZSTD_c_forceAttachDict.</summary>
    private const ZSTD_cParameter ForceAttachDictionary = ZSTD_cParameter.ZSTD_c_experimentalParam4;

    private readonly byte[] _shapes;

    // The one used last is taken first: its tables are still in the processor's cache.
    private readonly ConcurrentStack<Compressor> _compressors = new();
    private readonly ConcurrentStack<Decompressor> _decompressors = new();

    private EnvelopeCompression(params string[] names) => _shapes = [.. names.SelectMany(Load)];

    /// <summary>Compact JSON only.</summary>
    public static EnvelopeCompression First { get; } = new("shapes-1.txt");

    /// <summary>Compact JSON, and indented JSON of those who send it.</summary>
    public static EnvelopeCompression Second { get; } = new("shapes-2.txt");

    /// <summary>The second, and the headers of deliveries.</summary>
    public static EnvelopeCompression Third { get; } = new("shapes-2.txt", "headers-3.txt");

    public static int MaxLength(int length) => Compressor.GetCompressBound(length);

    /// <returns>Bytes written.</returns>
    /// <param name="target">At least <see cref="MaxLength"/> bytes.</param>
    public int Compress(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var compressor = _compressors.TryPop(out var pooled) ? pooled : NewCompressor();
        var length = compressor.Wrap(source, target);
        _compressors.Push(compressor);
        return length;
    }

    /// <exception cref="InvalidDataException">The source is damaged, or holds another length.</exception>
    public void Decompress(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var decompressor = _decompressors.TryPop(out var pooled) ? pooled : NewDecompressor();
        try
        {
            if (decompressor.Unwrap(source, target) != target.Length)
            {
                throw new InvalidDataException("The envelope holds another length than it says.");
            }
        }
        catch (ZstdException exception)
        {
            throw new InvalidDataException("The envelope is damaged.", exception);
        }
        finally
        {
            _decompressors.Push(decompressor);
        }
    }

    private Compressor NewCompressor()
    {
        var compressor = new Compressor(Level);
        compressor.LoadDictionary(_shapes);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_targetLength, TargetLength);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_hashLog, HashLog);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        // The dictionary's table is searched in place. Copying it, as is done for more than 8 KB otherwise, takes longer than
        // the search.
        compressor.SetParameter(ForceAttachDictionary, (int)ZSTD_dictAttachPref_e.ZSTD_dictForceAttach);
        return compressor;
    }

    private Decompressor NewDecompressor()
    {
        var decompressor = new Decompressor();
        decompressor.LoadDictionary(_shapes);
        return decompressor;
    }

    private static byte[] Load(string name)
    {
        using var stream = typeof(EnvelopeCompression).Assembly.GetManifestResourceStream($"{typeof(EnvelopeCompression).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The dictionary {name} is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
