using System.Diagnostics.Metrics;
using Payshift.Core.Telemetry;

namespace Payshift.Tests.Infrastructure;

/// <summary>Telemetry that nobody listens to, for objects that a test composes by hand.</summary>
internal static class UnheardTelemetry
{
    public static PayshiftTelemetry Instance { get; } =
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
}
