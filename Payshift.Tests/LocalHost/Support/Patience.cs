namespace Payshift.Tests.LocalHost.Support;

/// <summary>How long a test waits for what must happen, before it fails.</summary>
internal static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
}
