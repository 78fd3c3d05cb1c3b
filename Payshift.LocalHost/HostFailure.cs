namespace Payshift.LocalHost;

/// <summary>Whether the host had to stop by itself.</summary>
internal sealed class HostFailure
{
    private volatile bool _failed;

    public bool HasFailed => _failed;

    public void Report() => _failed = true;
}
