namespace Payshift.Core.Providers;

/// <summary>Settings of one provider: <c>Payshift__Providers__{provider}__…</c>. A provider is on when it has a secret.</summary>
public sealed class ProviderOptions
{
    /// <summary>Webhook secrets. Several while a secret is rolled: any of them makes a signature valid.</summary>
    public IList<string> Secrets { get; init; } = [];

    /// <summary>How far the signed time may lie from now; the scheme's own default where absent.</summary>
    public TimeSpan? TimestampTolerance { get; set; }
}
