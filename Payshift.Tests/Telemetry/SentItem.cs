namespace Payshift.Tests.Telemetry;

/// <summary>One item as Application Insights receives it.</summary>
internal sealed record SentItem(string Text)
{
    private readonly JsonElement _root = JsonDocument.Parse(Text).RootElement;

    /// <summary><c>RequestData</c>, <c>RemoteDependencyData</c>, <c>MessageData</c>, <c>ExceptionData</c> or <c>MetricData</c>.</summary>
    public string Type => _root.GetProperty("data").GetProperty("baseType").GetString()!;

    public JsonElement Data => _root.GetProperty("data").GetProperty("baseData");

    public string? Name => Data.TryGetProperty("name", out var name) ? name.GetString() : null;

    public string? Id => Data.TryGetProperty("id", out var id) ? id.GetString() : null;

    public bool? Success => Data.TryGetProperty("success", out var success) ? success.GetBoolean() : null;

    public string? OperationId => Tag("ai.operation.id");

    public string? ParentId => Tag("ai.operation.parentId");

    /// <summary>Of a metric.</summary>
    public string? Metric => Type == "MetricData" ? Data.GetProperty("metrics")[0].GetProperty("name").GetString() : null;

    public double Value => Data.GetProperty("metrics")[0].GetProperty("value").GetDouble();

    public DateTimeOffset Time => _root.GetProperty("time").GetDateTimeOffset();

    public string? Property(string name) =>
        Data.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var value) ? value.GetString() : null;

    public override string ToString() => Text;

    private string? Tag(string name) => _root.TryGetProperty("tags", out var tags) && tags.TryGetProperty(name, out var tag) ? tag.GetString() : null;
}
