using System.Globalization;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Scale;

/// <summary>A stage with failures for many pages, one a second.</summary>
public sealed class ManyFailuresStage : DashboardStage
{
    /// <summary>How many instead of a few pages full; with 100,000, which take the emulator minutes, the same has to hold.</summary>
    private const string CountSetting = "PAYSHIFT_FAILURES";

    internal static int Count { get; } = Environment.GetEnvironmentVariable(CountSetting) is { Length: > 0 } count
        ? int.Parse(count, CultureInfo.InvariantCulture)
        : 600;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.SeedFailuresAsync(Count);
    }
}
