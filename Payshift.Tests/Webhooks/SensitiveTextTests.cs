namespace Payshift.Tests.Webhooks;

public sealed class SensitiveTextTests
{
    [Theory]
    [InlineData("card 4242424242424242 declined", "card ****4242 declined")]
    [InlineData("4000-0566-5566-5556", "****5556")]
    [InlineData("3782 822463 10005", "****0005")]
    [InlineData("two: 4242 4242 4242 4242 and 5555555555554444.", "two: ****4242 and ****4444.")]
    public void Card_numbers_are_masked(string text, string expected) => Assert.Equal(expected, SensitiveText.Mask(text));

    [Theory]
    [InlineData("order 4242424242424241 unknown")]
    [InlineData("at 1790000000123 ms")]
    [InlineData("12345678901234567890123")]
    [InlineData("pi_3MtwBwLkdIwHu7ix28a3tqPa")]
    public void Other_numbers_stay(string text) => Assert.Equal(text, SensitiveText.Mask(text));
}
