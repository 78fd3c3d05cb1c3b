namespace Payshift.Core.Scaling.Forecasting;

/// <summary>The arrivals that are expected in the next steps.</summary>
/// <param name="Expected">Arrivals of each step, the next one first.</param>
/// <param name="Upper">What a step stays under 19 times of 20, going by how far off the forecasts of the last season were.</param>
internal sealed record ArrivalForecast(IReadOnlyList<double> Expected, IReadOnlyList<double> Upper);
