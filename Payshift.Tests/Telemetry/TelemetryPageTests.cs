using System.Reflection;
using Payshift.Core.Telemetry;

namespace Payshift.Tests.Telemetry;

/// <summary>The page on telemetry names what there is, and nothing else.</summary>
public sealed class TelemetryPageTests
{
    private const string OfDotNet = "http.client.request.duration";

    [Fact]
    public void Names_every_metric() => Assert.Equal(
        Constants(typeof(MetricNames)).Append(OfDotNet).Order(StringComparer.Ordinal), TelemetryPage.Metrics.Order(StringComparer.Ordinal));

    [Fact]
    public void Names_every_attribute() => Assert.All(
        Constants(typeof(AttributeNames)), name => Assert.Contains($"`{name}`", TelemetryPage.Text, StringComparison.Ordinal));

    [Fact]
    public void Names_every_payment_method_that_is_told_apart() => Assert.All(
        PaymentMethodNames.Known, method => Assert.Contains($"`{method}`", TelemetryPage.Text, StringComparison.Ordinal));

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
}
