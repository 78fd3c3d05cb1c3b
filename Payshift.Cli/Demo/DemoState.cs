using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Demo;

/// <summary>How far the demo is.</summary>
/// <param name="Outcomes">Of what was sent so far.</param>
internal sealed record DemoState(IReadOnlyList<DemoOutcome> Outcomes, StatsResponse Stats);
