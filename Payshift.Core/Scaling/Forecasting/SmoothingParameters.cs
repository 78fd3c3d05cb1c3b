namespace Payshift.Core.Scaling.Forecasting;

/// <summary>
/// The speed at which each part of <see cref="HoltWinters"/> follows what it observes, each from 0 (never) to 1 (at once).
/// </summary>
/// <param name="Level">α.</param>
/// <param name="Trend">β*, the share of a change of level that is taken for trend.</param>
/// <param name="Season">γ.</param>
/// <param name="Damping">φ, what is left of the trend a step later.</param>
internal readonly record struct SmoothingParameters(double Level, double Trend, double Season, double Damping);
