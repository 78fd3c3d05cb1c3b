using System.ComponentModel.DataAnnotations;

namespace Payshift.Core.Telemetry;

/// <summary>The settings of telemetry that goes to Application Insights, where one is configured.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The share of traces that is kept. Failures are kept in any case, and logs and metrics in full.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Payshift__Telemetry__SamplingRatio must be between 0 and 1: the share of traces that is kept.")]
    public double SamplingRatio { get; set; } = 1;
}
