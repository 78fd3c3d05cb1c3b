using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Batches;

/// <summary>A page of batches, newest first.</summary>
/// <param name="Continuation">To be sent with the same filters for the next page; null where there is none.</param>
public sealed record BatchesResponse(IReadOnlyList<BatchResponse> Batches, string? Continuation)
{
    public static BatchesResponse Of(BatchPage page) => new([.. page.Batches.Select(BatchResponse.Of)], page.Continuation);
}
