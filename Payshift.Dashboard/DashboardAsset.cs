namespace Payshift.Dashboard;

/// <summary>A file of the page, as it is served.</summary>
/// <param name="ContentType">The media type, with the character set for text.</param>
/// <param name="EntityTag">The weak entity tag (RFC 9110, 8.8.3), the same for each encoding.</param>
/// <param name="IsImmutable">Whether its name changes with its content, so that it may be cached for ever.</param>
public sealed record DashboardAsset(string ContentType, string EntityTag, bool IsImmutable, ReadOnlyMemory<byte> Plain, ReadOnlyMemory<byte> Brotli, ReadOnlyMemory<byte> Gzip);
