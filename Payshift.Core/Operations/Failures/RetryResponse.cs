using Payshift.Core.Storage.Failures;

namespace Payshift.Core.Operations.Failures;

/// <summary>The result of retrying one failure by hand.</summary>
/// <param name="Id">A <see cref="FailureId"/>.</param>
public sealed record RetryResponse(string Id, RetryResult Result);
