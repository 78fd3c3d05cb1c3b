using Payshift.Core.Circuits;
using Payshift.Core.Queue;

namespace Payshift.Core.Monitoring;

/// <summary>The queue's numbers, what is paused, and the circuits that are open.</summary>
public sealed record PayshiftStats(QueueStats Queue, PauseState Pauses, IReadOnlyList<OpenCircuit> Circuits);
