namespace Payshift.Tests.Dashboard.Stage;

/// <summary>A stage for tests that only look: outcomes of every provider, and more than an hour of batches.</summary>
public sealed class SeededStage : DashboardStage
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.SeedBatchesAsync();
        await this.SeedOutcomesAsync();
    }
}
