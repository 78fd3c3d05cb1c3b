using System.Buffers;
using System.IO.Hashing;

namespace Payshift.Core.Webhooks;

/// <summary>Spreads payment references evenly, the same way in the queue and in storage, on every machine and for good.</summary>
public static class PaymentReference
{
    /// <returns>A slot from 0 to <paramref name="slots"/> - 1: XXH32 of the UTF-8 bytes, modulo the slots.</returns>
    public static int Slot(string reference, int slots)
    {
        var length = Encoding.UTF8.GetMaxByteCount(reference.Length);
        if (length <= 512)
        {
            Span<byte> bytes = stackalloc byte[length];
            return Slot(bytes[..Encoding.UTF8.GetBytes(reference, bytes)], slots);
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Slot(rented.AsSpan(0, Encoding.UTF8.GetBytes(reference, rented)), slots);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int Slot(ReadOnlySpan<byte> bytes, int slots) => (int)(XxHash32.HashToUInt32(bytes) % (uint)slots);
}
