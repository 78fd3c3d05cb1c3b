using Azure.Data.Tables;

namespace Payshift.Core.Storage.Results;

/// <summary>The choice of payments to remove.</summary>
internal static class ExpiredPayments
{
    /// <param name="page">Rows of results in the order of their keys. A payment's rows may go on in the next page.</param>
    /// <returns>The row key prefixes of the payments of which no row of the page was recorded at a time or later.</returns>
    public static IEnumerable<string> In(IEnumerable<TableEntity> page, DateTimeOffset before) => page
        .GroupBy(row => ResultKeys.PrefixOf(row.RowKey))
        .Where(payment => payment.All(row => IsBefore(row, before)))
        .Select(payment => payment.Key);

    public static bool IsBefore(TableEntity result, DateTimeOffset before) => result.GetDateTimeOffset(ResultEntity.ProcessedAt) < before;
}
