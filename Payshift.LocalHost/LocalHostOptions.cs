using Payshift.LocalHost.Sample;

namespace Payshift.LocalHost;

/// <summary>Settings of this host alone: <c>Payshift__LocalHost__…</c>.</summary>
internal sealed class LocalHostOptions
{
    public const string Section = "Payshift:LocalHost";

    /// <summary>The function key. Where it is empty, the host makes one and keeps it in its data folder.</summary>
    public string? Key { get; set; }

    /// <summary>Data of the services that the host brings; <c>.payshift</c> in the checkout where it is empty.</summary>
    public string? DataFolder { get; set; }

    /// <summary>The script that starts Azurite's table service; the one under <c>tools</c> where it is empty.</summary>
    public string? Azurite { get; set; }

    /// <summary>Registers <see cref="SampleBatchHandler"/>.</summary>
    public bool SampleHandler { get; set; }
}
