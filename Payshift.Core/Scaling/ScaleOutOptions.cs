using System.ComponentModel.DataAnnotations;

namespace Payshift.Core.Scaling;

/// <summary>The settings of scaling out: <c>Payshift__ScaleOut__…</c>.</summary>
public sealed class ScaleOutOptions
{
    /// <summary>Instances that may process at once, the timer's own included. 1: no other is engaged.</summary>
    [Range(1, 200, ErrorMessage = "Payshift__ScaleOut__MaxInstances must be between {1} and {2}.")]
    public int MaxInstances { get; set; } = 1;

    /// <summary>This app as its instances reach it; on Azure <c>https://{WEBSITE_HOSTNAME}</c> where it is empty.</summary>
    public string? Url { get; set; }

    /// <summary>A function or host key of this app.</summary>
    public string? Key { get; set; }

    /// <summary>How far ahead arrivals are forecast.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00", ErrorMessage = "Payshift__ScaleOut__Horizon must be between {1} and {2}.")]
    public TimeSpan Horizon { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Webhooks a minute that one instance is taken to work off, unless its runs show that it does more.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Payshift__ScaleOut__InstanceThroughput must be between {1} and {2}.")]
    public int InstanceThroughput { get; set; } = 600;

    /// <summary>Calls at once that have the platform add one instance: its HTTP concurrency.</summary>
    [Range(1, 100, ErrorMessage = "Payshift__ScaleOut__CallsPerInstance must be between {1} and {2}.")]
    public int CallsPerInstance { get; set; } = 1;
}
