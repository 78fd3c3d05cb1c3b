using CsCheck;
using Payshift.Core.Storage;

namespace Payshift.Tests.Storage;

public sealed class TableKeysTests
{
    [Fact]
    public void Any_reference_gives_a_bucket_of_two_digits() => Gen.String[0, 2000].Sample(reference =>
        Assert.Equal(2, TableKeys.Bucket(reference, 256).Length));

    [Theory]
    [InlineData("pi_3PqRsTuVwXyZ", "4b")]
    [InlineData("", "05")]
    public void A_bucket_is_the_same_for_good(string reference, string expected) => Assert.Equal(expected, TableKeys.Bucket(reference, 256));

    [Fact]
    public void Queue_partition_and_bucket_agree_when_they_are_as_many() => Gen.String[1, 60].Sample(reference =>
        Assert.Equal(PaymentReference.Slot(reference, 16).ToString("x2"), TableKeys.Bucket(reference, 16)));
}
