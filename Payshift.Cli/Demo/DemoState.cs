using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Demo;

/// <summary>The progress of the demo.</summary>
/// <param name="Outcomes">Of what was sent so far.</param>
internal sealed record DemoState(IReadOnlyList<DemoOutcome> Outcomes, StatsResponse Stats);
