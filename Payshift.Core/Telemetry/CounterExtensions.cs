using System.Diagnostics.Metrics;

namespace Payshift.Core.Telemetry;

internal static class CounterExtensions
{
    /// <summary>Adds with one attribute; where there is nothing to add, no series begins.</summary>
    public static void AddSome(this Counter<long> counter, long count, string attribute, string value)
    {
        if (count > 0)
        {
            counter.Add(count, new KeyValuePair<string, object?>(attribute, value));
        }
    }
}
