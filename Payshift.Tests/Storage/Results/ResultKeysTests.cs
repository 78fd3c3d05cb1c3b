using CsCheck;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Storage.Results;

public sealed class ResultKeysTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123);
    private static readonly WebhookId Id = WebhookId.From("stripe", "evt_1");

    [Fact]
    public void Any_reference_gives_keys_that_table_storage_takes() => Gen.String[0, 2000].Sample(reference =>
    {
        var key = ResultKeys.Row(reference, Time, Id);
        Assert.InRange(key.Length, 1, 512);
        Assert.DoesNotContain(key, character => character is '/' or '\\' or '#' or '?' || char.IsControl(character) || character > 126);
    });

    [Fact]
    public void A_reference_finds_its_own_rows_and_no_others()
    {
        string[] references = ["a", "a|b", "a}", "a=7C", "ab", "A", "", "ä", "a/b", "a b", new string('a', 3000), new string('a', 3000) + "b"];
        foreach (var wanted in references)
        {
            var (from, to) = ResultKeys.Range(wanted);
            foreach (var stored in references)
            {
                var key = ResultKeys.Row(stored, Time, Id);
                var found = string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0;
                Assert.Equal(stored == wanted, found);
            }
        }
    }

    [Fact]
    public void Later_events_sort_first() => Gen.Select(Gen.Long[0, 253_402_300_799_999], Gen.Long[0, 253_402_300_799_999]).Sample((one, other) =>
    {
        var keys = new[] { one, other }.Select(time => ResultKeys.Row("ref", DateTimeOffset.FromUnixTimeMilliseconds(time), Id)).ToArray();
        Assert.Equal(Math.Sign(other.CompareTo(one)), Math.Sign(string.CompareOrdinal(keys[0], keys[1])));
    });
}
