using System.Diagnostics.Metrics;
using Payshift.Core.Telemetry;

namespace Payshift.Tests.Infrastructure;

/// <summary>Telemetry for what a test composes by hand, which nobody listens to.</summary>
internal static class UnheardTelemetry
{
    public static PayshiftTelemetry Instance { get; } =
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
}
