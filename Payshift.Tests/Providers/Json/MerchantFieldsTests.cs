using Payshift.Core.Providers.Json;

namespace Payshift.Tests.Providers.Json;

public sealed class MerchantFieldsTests
{
    [Theory]
    [InlineData("""{"order_id":"ORD-1","customer_id":"c-1"}""", "ORD-1", "c-1")]
    [InlineData("""{"orderId":1042,"customerId":7}""", "1042", "7")]
    [InlineData("""{"order_ref":"a","order_reference":"b"}""", "b", null)]
    [InlineData("""{"merchant_order_id":"m"}""", "m", null)]
    [InlineData("""{"order_id":" ","customer_id":null}""", null, null)]
    [InlineData("""{"order_id":{"id":1},"customer":"jo@example.com"}""", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("0", null, null)]
    [InlineData("\"order_id\"", null, null)]
    public void Usual_names_are_read_and_nothing_else(string fields, string? order, string? customer)
    {
        using var document = JsonDocument.Parse(fields);

        Assert.Equal(order, MerchantFields.Order(document.RootElement));
        Assert.Equal(customer, MerchantFields.Customer(document.RootElement));
    }

    [Fact]
    public void Absent_fields_have_neither()
    {
        Assert.Null(MerchantFields.Order(default));
        Assert.Null(MerchantFields.Customer(default));
    }
}
