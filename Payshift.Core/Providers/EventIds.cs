using System.Security.Cryptography;

namespace Payshift.Core.Providers;

/// <summary>The ids of events from providers that give none, or long ones.</summary>
internal static class EventIds
{
    /// <summary>The longest id that is kept as it is. Longer ones are replaced by their digest.</summary>
    public const int MaxLength = 256;

    public static string Bounded(string id) =>
        id.Length <= MaxLength ? id : Digest(Encoding.UTF8.GetBytes(id));

    /// <summary>Joins the fields that distinguish the event from others of its type.</summary>
    public static string Of(string type, params ReadOnlySpan<string?> parts) =>
        Bounded($"{type}:{string.Join(':', parts)}");

    /// <summary>Derives the id from the body, for events without distinguishing fields. A repeated delivery has the same bytes.</summary>
    public static string OfBody(string type, ReadOnlySpan<byte> body) =>
        Bounded($"{type}:{Digest(body)}");

    private static string Digest(ReadOnlySpan<byte> bytes) => $"sha256-{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
