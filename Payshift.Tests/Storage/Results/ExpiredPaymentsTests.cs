using Azure.Data.Tables;
using CsCheck;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Storage.Results;

public sealed class ExpiredPaymentsTests
{
    private const int Buckets = 3;

    private static readonly DateTimeOffset Before = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A payment in a bucket, with the age in days of each of its rows. What is not older than 0 keeps it.</summary>
    private static readonly Gen<(int Bucket, int[] Ages)> AnyPayment = Gen.Select(
        Gen.Int[0, Buckets - 1], Gen.OneOf(Gen.Int[1, 9], Gen.Int[-2, 9]).Array[1, 7]);

    [Fact]
    public void A_payment_goes_only_if_nothing_was_recorded_of_it_since()
    {
        TableEntity[] page =
        [
            Row("alive", 1, age: 2), Row("alive", 2, age: 0), Row("alive", 3, age: 9),
            Row("old", 1, age: 1), Row("old", 2, age: 5),
            Row("old/other", 1, age: -1),
        ];

        Assert.Equal(["old"], ExpiredPayments.In(page, Before));
    }

    [Fact]
    public void Pages_go_on_where_the_one_before_ended_and_miss_no_payment() => Gen.Select(AnyPayment.Array[0, 25], Gen.Int[1, 12]).Sample((payments, pageRows) =>
    {
        var rows = payments
            .SelectMany((payment, number) => payment.Ages.Select((age, index) => (payment.Bucket, Row: Row($"pi_{number}", index, age))))
            .OrderBy(row => row.Row.RowKey, StringComparer.Ordinal)
            .ToLookup(row => row.Bucket, row => row.Row);
        var (chosen, pages) = (new List<string>(), 0);
        for (SweepPosition? next = SweepPosition.Start; next is not null; pages++)
        {
            // As it is kept from one run to the next.
            var position = SweepPosition.Parse(next.Value.ToString());
            var page = rows[position.Bucket].Where(row => string.CompareOrdinal(row.RowKey, position.Row) >= 0).Take(pageRows).ToArray();
            chosen.AddRange(ExpiredPayments.In(page, Before));
            next = position.Next(page.Length == pageRows ? page[^1].RowKey : null, Buckets);
        }

        var expired = payments.Select((payment, number) => (payment.Ages, Name: $"pi_{number}")).Where(payment => payment.Ages.All(age => age > 0));
        Assert.Equal(chosen.Distinct(), chosen);
        Assert.Subset(chosen.ToHashSet(), expired.Select(payment => payment.Name).ToHashSet());
        Assert.InRange(pages, Buckets, Buckets + payments.Length);
    });

    [Fact]
    public void A_sweep_begins_after_the_links_of_the_first_bucket()
    {
        Assert.Equal(SweepPosition.Start, SweepPosition.Parse(""));
        Assert.Equal("00!}", SweepPosition.Start.ToString());
        Assert.Equal("01!}", SweepPosition.Start.Next(null, 2).ToString());
        Assert.Null(SweepPosition.Start.Next(null, 1));
    }

    private static TableEntity Row(string reference, int number, int age) =>
        new("00", ResultKeys.Row(reference, Before.AddDays(-20).AddMinutes(number), WebhookId.From("stripe", $"{reference}{number}")))
        {
            [ResultEntity.ProcessedAt] = Before.AddDays(-age),
        };
}
