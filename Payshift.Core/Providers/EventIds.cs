using System.Security.Cryptography;

namespace Payshift.Core.Providers;

/// <summary>The ids of events for providers that give none, and for those that give long ones.</summary>
internal static class EventIds
{
    /// <summary>Longer ids are replaced by their digest, which is as distinct.</summary>
    public const int MaxLength = 256;

    public static string Bounded(string id) =>
        id.Length <= MaxLength ? id : Digest(Encoding.UTF8.GetBytes(id));

    /// <summary>Joins what tells the event from others of its type.</summary>
    public static string Of(string type, params ReadOnlySpan<string?> parts) =>
        Bounded($"{type}:{string.Join(':', parts)}");

    /// <summary>For an event that carries nothing of its own to tell it by: a repeated delivery has the same bytes.</summary>
    public static string OfBody(string type, ReadOnlySpan<byte> body) =>
        Bounded($"{type}:{Digest(body)}");

    private static string Digest(ReadOnlySpan<byte> bytes) => $"sha256-{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
