namespace Payshift.Core.Storage.Batches;

/// <inheritdoc cref="IBatchList"/>
internal sealed class TableBatchList(TableConnection tables) : IBatchList
{
    private readonly DayScan _scan = new(tables, TableNames.Batches);

    public async Task<BatchPage> ListAsync(BatchFilter filter, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var (rows, next) = await _scan.ReadAsync(
            filter.From,
            filter.To,
            continuation is null ? null : DayPosition.Parse(continuation),
            Select(filter.Outcome),
            // Which of its webhooks ended how, only a batch's counts say.
            filter is { Provider: null, PaymentMethod: null } ? null : row => BatchEntity.ToRecord(row).Counts.Any(count => IsMeant(count, filter)),
            BatchEntity.Columns,
            limit,
            cancellationToken);
        return new BatchPage([.. rows.Select(BatchEntity.ToRecord)], next?.ToString());
    }

    private static bool IsMeant(BatchCount count, BatchFilter filter) =>
        count.Count > 0
        && (filter.Provider is null || count.Provider == filter.Provider)
        && (filter.PaymentMethod is null || count.PaymentMethod == filter.PaymentMethod)
        && (filter.Outcome is not { } outcome || count.Outcome.Equals(outcome.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Each outcome has a column of its name.</summary>
    private static string? Select(BatchOutcome? outcome) => outcome is null ? null : $"{outcome} gt 0";
}
