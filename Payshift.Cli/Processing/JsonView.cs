using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Processing;

/// <summary>A line of JSON for each batch and one for the summary; outages go to standard error.</summary>
internal sealed class JsonView(CommandContext context) : IProcessingView
{
    public void ShowBatch(ProcessedBatch batch) => context.Output.WriteRaw(OutputJson.WriteLine(batch));

    public void ShowWaiting(StatsResponse stats)
    {
    }

    public void ShowOutage(string reason) => context.Error.WriteLine($"payshift: {reason} Trying again.");

    public void ShowSummary(ProcessingSummary summary) => context.Output.WriteRaw(OutputJson.WriteLine(summary));
}
