using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Payshift.Tests.Telemetry;

internal sealed class SeenMetrics(Action<string> see) : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            see(metric.Name);
        }

        return ExportResult.Success;
    }
}
