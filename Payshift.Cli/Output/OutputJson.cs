using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Payshift.Cli.Output;

/// <summary>The JSON that commands write, and that of hosts: the same names, enums as <c>timeBudget</c>.</summary>
internal static class OutputJson
{
    /// <summary>A line an item.</summary>
    public static readonly JsonSerializerOptions Line = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions Document = new(Line) { WriteIndented = true };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Document);

    public static string WriteLine<T>(T value) => JsonSerializer.Serialize(value, Line);
}
