using Payshift.Core.Providers.Http;

namespace Payshift.Tests.Providers.Http;

public sealed class FormFieldsTests
{
    [Theory]
    [InlineData("id=1", "1")]
    [InlineData("?id=1", "1")]
    [InlineData("a=b&id=1&c=d", "1")]
    [InlineData("id=", "")]
    [InlineData("id=a=b", "a=b")]
    [InlineData("id=%C3%A9+%26%2B", "é &+")]
    [InlineData("id=%zz", "%zz")]
    [InlineData("", null)]
    [InlineData("id", null)]
    [InlineData("ID=1", null)]
    [InlineData("xid=1&id2=3", null)]
    [InlineData("id=1&id=1", null)]
    [InlineData("&&&", null)]
    public void Field_is_read(string form, string? value) => Assert.Equal(value, FormFields.Get(form, "id"));
}
