namespace Payshift.Tests.LocalHost.Support;

/// <summary>The longest that a test waits for something that must happen.</summary>
internal static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
}
