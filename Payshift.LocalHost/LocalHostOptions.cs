namespace Payshift.LocalHost;

/// <summary>The settings of this host alone: <c>Payshift__LocalHost__…</c>.</summary>
internal sealed class LocalHostOptions
{
    public const string Section = "Payshift:LocalHost";

    /// <summary>The function key. If empty, the host creates one and keeps it in its data folder.</summary>
    public string? Key { get; set; }

    /// <summary>The folder for the data of the host's own services. If empty, <c>.payshift</c> in the repository.</summary>
    public string? DataFolder { get; set; }

    /// <summary>The script that starts Azurite's table service. If empty, the one under <c>tools</c>.</summary>
    public string? Azurite { get; set; }

    /// <summary>Whether the sample batch handler is registered.</summary>
    public bool SampleHandler { get; set; }
}
