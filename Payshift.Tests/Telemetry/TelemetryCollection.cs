namespace Payshift.Tests.Telemetry;

/// <summary>Metrics are sent by the minute; others do not wait for them.</summary>
[CollectionDefinition(Name)]
public sealed class TelemetryCollection : ICollectionFixture<ServicesFixture>
{
    public const string Name = "telemetry";
}
