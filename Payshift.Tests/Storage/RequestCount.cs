using System.Diagnostics.Metrics;

namespace Payshift.Tests.Storage;

/// <summary>Counts HTTP requests of this process to one port, by the runtime's own measurement.</summary>
/// <seealso href="https://learn.microsoft.com/dotnet/core/diagnostics/built-in-metrics-system-net"/>
internal sealed class RequestCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private int _value;

    public RequestCount(int port)
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
            foreach (var tag in tags)
            {
                if (tag is { Key: "server.port", Value: int measured } && measured == port)
                {
                    Interlocked.Increment(ref _value);
                }
            }
        });
        _listener.Start();
    }

    public int Value => Volatile.Read(ref _value);

    public void Dispose() => _listener.Dispose();
}
