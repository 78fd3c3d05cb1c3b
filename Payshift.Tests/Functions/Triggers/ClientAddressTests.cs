using Microsoft.AspNetCore.Http;
using Payshift.Functions.Triggers;

namespace Payshift.Tests.Functions.Triggers;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", null, "203.0.113.7")]
    [InlineData("203.0.113.7", "198.51.100.1", "203.0.113.7")]
    [InlineData("127.0.0.1", null, "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("127.0.0.1", "198.51.100.1:50123", "198.51.100.1")]
    [InlineData("127.0.0.1", "10.9.9.9, 198.51.100.1:50123", "198.51.100.1")]
    [InlineData("::1", "2001:db8::5", "2001:db8::5")]
    [InlineData("::1", "[2001:db8::5]:443", "2001:db8::5")]
    [InlineData("127.0.0.1", "unknown", null)]
    [InlineData(null, "198.51.100.1", "198.51.100.1")]
    public void Only_this_machine_may_say_for_whom_it_speaks(string? connection, string? forwarded, string? expected)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = connection is null ? null : IPAddress.Parse(connection);
        if (forwarded is not null)
        {
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        }

        Assert.Equal(expected, ClientAddress.Of(context.Request)?.ToString());
    }
}
