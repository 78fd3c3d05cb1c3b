namespace Payshift.Dashboard;

/// <summary>A file of the page, as it is served.</summary>
/// <param name="ContentType">With the character set, for text.</param>
/// <param name="EntityTag">A weak one (RFC 9110, 8.8.3): it is the same for each encoding.</param>
/// <param name="IsImmutable">Whether its name changes with its content, so that it may be kept for ever.</param>
public sealed record DashboardAsset(string ContentType, string EntityTag, bool IsImmutable, ReadOnlyMemory<byte> Plain, ReadOnlyMemory<byte> Brotli, ReadOnlyMemory<byte> Gzip);
