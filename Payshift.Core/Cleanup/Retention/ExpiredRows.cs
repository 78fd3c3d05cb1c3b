namespace Payshift.Core.Cleanup.Retention;

/// <summary>Rows that were removed because they had been kept for long enough.</summary>
/// <param name="Results">Those of payments, with what led to them.</param>
public sealed record ExpiredRows(int Results = 0, int Failures = 0, int Batches = 0, int Rollups = 0, int Audit = 0)
{
    public int Total() => Results + Failures + Batches + Rollups + Audit;
}
