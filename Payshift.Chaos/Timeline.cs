using System.Diagnostics;
using System.Globalization;

namespace Payshift.Chaos;

/// <summary>What happened when, in a file of the work folder, for whoever looks for a cause.</summary>
internal sealed class Timeline(string folder) : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly StreamWriter _file = new(Path.Combine(folder, "timeline.log")) { AutoFlush = true };
    private readonly Lock _lock = new();

    public void Note(string what)
    {
        lock (_lock)
        {
            _file.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:HH:mm:ss.fff} {Stopwatch.GetElapsedTime(_started).TotalSeconds,8:0.000}  {what}"));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _file.Dispose();
        }
    }
}
