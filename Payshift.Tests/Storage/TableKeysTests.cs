using CsCheck;
using Payshift.Core.Storage;

namespace Payshift.Tests.Storage;

public sealed class TableKeysTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123);
    private static readonly WebhookId Id = WebhookId.From("stripe", "evt_1");

    [Fact]
    public void Any_reference_gives_keys_that_table_storage_takes() => Gen.String[0, 2000].Sample(reference =>
    {
        var key = TableKeys.Result(reference, Time, Id);
        Assert.InRange(key.Length, 1, 512);
        Assert.DoesNotContain(key, character => character is '/' or '\\' or '#' or '?' || char.IsControl(character) || character > 126);
        Assert.Equal(2, TableKeys.Bucket(reference, 256).Length);
    });

    [Fact]
    public void A_reference_finds_its_own_rows_and_no_others()
    {
        string[] references = ["a", "a|b", "a}", "a=7C", "ab", "A", "", "ä", "a/b", "a b", new string('a', 3000), new string('a', 3000) + "b"];
        foreach (var wanted in references)
        {
            var (from, to) = TableKeys.ResultRange(wanted);
            foreach (var stored in references)
            {
                var key = TableKeys.Result(stored, Time, Id);
                var found = string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0;
                Assert.Equal(stored == wanted, found);
            }
        }
    }

    [Fact]
    public void Any_order_and_any_payment_give_a_link_that_table_storage_takes() => Gen.Select(Gen.String[0, 600], Gen.String[0, 600]).Sample((value, reference) =>
    {
        var key = TableKeys.Link(PaymentLinkKind.Customer, value, reference, new string('p', 300));
        Assert.InRange(key.Length, 1, 512);
        Assert.DoesNotContain(key, character => character is '/' or '\\' or '#' or '?' || char.IsControl(character) || character > 126);
    });

    [Fact]
    public void An_order_finds_its_own_links_and_no_others_and_no_results()
    {
        string[] values = ["a", "a|b", "a}", "ab", "A", "", "!o|a", "o", new string('a', 3000), new string('a', 3000) + "b"];
        foreach (var wanted in values)
        {
            var (from, to) = TableKeys.LinkRange(PaymentLinkKind.Order, wanted);
            bool IsFound(string key) => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0;
            foreach (var stored in values)
            {
                Assert.Equal(stored == wanted, IsFound(TableKeys.Link(PaymentLinkKind.Order, stored, "pi_1", "stripe")));
                Assert.False(IsFound(TableKeys.Link(PaymentLinkKind.Customer, stored, "pi_1", "stripe")));
                Assert.False(IsFound(TableKeys.Result(stored, Time, Id)));
            }
        }
    }

    [Fact]
    public void Links_lie_apart_from_the_results_of_any_reference() => Gen.Select(Gen.String[0, 60], Gen.String[0, 60]).Sample((reference, value) =>
    {
        var (from, to) = TableKeys.ResultRange(reference);
        var key = TableKeys.Link(PaymentLinkKind.Order, value, reference, "stripe");
        Assert.False(string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0);
    });

    [Fact]
    public void Later_events_sort_first() => Gen.Select(Gen.Long[0, 253_402_300_799_999], Gen.Long[0, 253_402_300_799_999]).Sample((one, other) =>
    {
        var keys = new[] { one, other }.Select(time => TableKeys.Result("ref", DateTimeOffset.FromUnixTimeMilliseconds(time), Id)).ToArray();
        Assert.Equal(Math.Sign(other.CompareTo(one)), Math.Sign(string.CompareOrdinal(keys[0], keys[1])));
    });

    [Theory]
    [InlineData("pi_3PqRsTuVwXyZ", "4b")]
    [InlineData("", "05")]
    public void A_bucket_is_the_same_for_good(string reference, string expected) => Assert.Equal(expected, TableKeys.Bucket(reference, 256));

    [Fact]
    public void Queue_partition_and_bucket_agree_when_they_are_as_many() => Gen.String[1, 60].Sample(reference =>
        Assert.Equal(PaymentReference.Slot(reference, 16).ToString("x2"), TableKeys.Bucket(reference, 16)));
}
