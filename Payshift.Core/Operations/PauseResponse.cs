using Payshift.Core.Queue;

namespace Payshift.Core.Operations;

/// <summary>The result of a pause or a resume.</summary>
/// <param name="Changed">False where it was so before.</param>
public sealed record PauseResponse(bool Changed, PauseState Paused);
