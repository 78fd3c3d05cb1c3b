using CsCheck;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Storage.Results;

public sealed class LinkKeysTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123);
    private static readonly WebhookId Id = WebhookId.From("stripe", "evt_1");

    [Fact]
    public void Any_order_and_any_payment_give_a_link_that_table_storage_takes() => Gen.Select(Gen.String[0, 600], Gen.String[0, 600]).Sample((value, reference) =>
    {
        var key = LinkKeys.Row(PaymentLinkKind.Customer, value, reference, new string('p', 300));
        Assert.InRange(key.Length, 1, 512);
        Assert.DoesNotContain(key, character => character is '/' or '\\' or '#' or '?' || char.IsControl(character) || character > 126);
    });

    [Fact]
    public void An_order_finds_its_own_links_and_no_others_and_no_results()
    {
        string[] values = ["a", "a|b", "a}", "ab", "A", "", "!o|a", "o", new string('a', 3000), new string('a', 3000) + "b"];
        foreach (var wanted in values)
        {
            var (from, to) = LinkKeys.Range(PaymentLinkKind.Order, wanted);
            bool IsFound(string key) => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0;
            foreach (var stored in values)
            {
                Assert.Equal(stored == wanted, IsFound(LinkKeys.Row(PaymentLinkKind.Order, stored, "pi_1", "stripe")));
                Assert.False(IsFound(LinkKeys.Row(PaymentLinkKind.Customer, stored, "pi_1", "stripe")));
                Assert.False(IsFound(ResultKeys.Row(stored, Time, Id)));
            }
        }
    }

    [Fact]
    public void Links_lie_apart_from_the_results_of_any_reference() => Gen.Select(Gen.String[0, 60], Gen.String[0, 60]).Sample((reference, value) =>
    {
        var (from, to) = ResultKeys.Range(reference);
        var key = LinkKeys.Row(PaymentLinkKind.Order, value, reference, "stripe");
        Assert.False(string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0);
    });
}
