using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Payshift.Tests.Telemetry;

internal sealed class SeenLogs(Action<LogRecord> see) : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data) => see(data);
}
