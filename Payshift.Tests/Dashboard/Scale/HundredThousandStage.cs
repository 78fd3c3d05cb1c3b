using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Scale;

/// <summary>A stage with as many failures as nobody wants to see, one a second over more than a day.</summary>
public sealed class HundredThousandStage : DashboardStage
{
    internal const int Count = 100_000;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.SeedFailuresAsync(Count);
    }
}
