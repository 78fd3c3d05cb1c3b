using System.Text.Json.Nodes;

namespace Payshift.Tests.Infra;

internal static class JsonNodeExtensions
{
    /// <summary>The value at a path such as <c>properties.sku.name</c>, as text; empty where there is none.</summary>
    public static string At(this JsonNode node, string path) =>
        path.Split('.').Aggregate((JsonNode?)node, (at, name) => at?[name])?.ToString() ?? "";
}
