using System.Diagnostics;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Processing;

/// <summary>The report of one batch: its span, its metrics and its place in the statistics.</summary>
internal sealed class BatchReport(Batch batch, PayshiftTelemetry telemetry, BatchRecorder recorder) : IDisposable
{
    private readonly Activity? _activity = telemetry.StartBatch(batch);

    /// <summary>Reports that the batch ended by an exception.</summary>
    public void Fail(Exception exception) => telemetry.RecordBatch(_activity, batch, exception);

    /// <summary>Reports that the batch was worked off.</summary>
    /// <returns>Its counts.</returns>
    public async Task<BatchResult> CompleteAsync()
    {
        telemetry.RecordBatch(_activity, batch, null);
        await recorder.AddAsync(batch);
        return batch.Summarize();
    }

    public void Dispose() => _activity?.Dispose();
}
