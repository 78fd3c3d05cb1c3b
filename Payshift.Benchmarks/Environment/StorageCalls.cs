using System.Diagnostics.Metrics;

namespace Payshift.Benchmarks.Environment;

/// <summary>Counts the HTTP requests of this process to a port, repeated ones included.</summary>
/// <seealso href="https://learn.microsoft.com/dotnet/core/diagnostics/built-in-metrics-system-net#metric-httpclientrequestduration"/>
internal sealed class StorageCalls : IDisposable
{
    private readonly MeterListener _listener = new();
    private int _count;

    public StorageCalls(int port)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "server.port" && Equals(value, port))
                {
                    Interlocked.Increment(ref _count);
                }
            }
        });
        _listener.Start();
    }

    public int Count => _count;

    public void Dispose() => _listener.Dispose();
}
