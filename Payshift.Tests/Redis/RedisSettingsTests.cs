using Payshift.Core.Redis;

namespace Payshift.Tests.Redis;

public sealed class RedisSettingsTests
{
    [Fact]
    public void Every_answer_is_due_before_receiving_has_to_answer()
    {
        var settings = RedisSettings.Read("localhost:6379");
        Assert.Equal((1250, 1250, 1250), (settings.ConnectTimeout, settings.AsyncTimeout, settings.SyncTimeout));
    }

    [Fact]
    public void Timeouts_of_the_connection_string_stay()
    {
        var settings = RedisSettings.Read("localhost:6379,connectTimeout=3000,asyncTimeout=4000");
        Assert.Equal((3000, 4000), (settings.ConnectTimeout, settings.AsyncTimeout));
    }

    [Theory]
    [InlineData("password=one", "one")]
    [InlineData("password=one,sentinelPassword=two", "two")]
    public void Sentinels_take_the_same_password_or_their_own(string options, string expected) =>
        Assert.Equal(expected, RedisSettings.Read($"localhost:26379,serviceName=mymaster,{options}").SentinelPassword);
}
