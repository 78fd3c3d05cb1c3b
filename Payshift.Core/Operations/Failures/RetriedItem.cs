using Payshift.Core.Storage.Failures;

namespace Payshift.Core.Operations.Failures;

/// <param name="Id">A <see cref="FailureId"/>.</param>
public sealed record RetriedItem(string Id, RetryResult Result);
