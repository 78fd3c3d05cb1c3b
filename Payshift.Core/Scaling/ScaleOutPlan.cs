namespace Payshift.Core.Scaling;

/// <summary>The number of instances that should process now, and the reasons.</summary>
/// <param name="Instances">The timer's own included.</param>
/// <param name="Waiting">Webhooks that wait, or are at hand.</param>
/// <param name="Arrivals">Webhooks a minute that the fullest step of the horizon may bring.</param>
/// <param name="Capacity">Webhooks that one instance works off in a run.</param>
internal sealed record ScaleOutPlan(int Instances, double Waiting, double Arrivals, double Capacity);
