using System.ComponentModel.DataAnnotations;

namespace Payshift.Core.Receiving;

/// <summary>The settings of receiving: <c>Payshift__Receiving__…</c>.</summary>
public sealed class ReceivingOptions
{
    /// <summary>
    /// RSA and Ed25519 signatures that are remembered as fitting, so that a repeated delivery is not computed again; 0 for
    /// none. The default takes about 300 KiB and spans the minutes in which a busy sender repeats itself.
    /// </summary>
    [Range(0, 1_000_000, ErrorMessage = "Payshift__Receiving__SignatureCacheSize must be between {1} and {2}.")]
    public int SignatureCacheSize { get; set; } = 4096;

    /// <summary>The place of verified webhooks while Redis is out of reach.</summary>
    [EnumDataType(typeof(OverflowTarget), ErrorMessage = "Payshift__Receiving__Overflow must be None or Table.")]
    public OverflowTarget Overflow { get; set; } = OverflowTarget.None;
}
