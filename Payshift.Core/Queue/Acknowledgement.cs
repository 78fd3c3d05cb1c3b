namespace Payshift.Core.Queue;

/// <summary>How a lease ends.</summary>
/// <param name="Delay">With <see cref="Verdict.Retry"/> and <see cref="Verdict.Postpone"/>, when it is due again.</param>
/// <param name="Error">With <see cref="Verdict.Retry"/>, why the attempt failed.</param>
/// <param name="Provider">With <see cref="Verdict.Hold"/>, the paused provider.</param>
public readonly record struct Acknowledgement(
    Lease Lease, Verdict Verdict, TimeSpan Delay = default, AttemptError? Error = null, string? Provider = null);
