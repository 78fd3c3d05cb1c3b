using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Payshift.Tests.Infra;

/// <summary>The resources that a deployment would make, with their properties.</summary>
internal sealed partial class Deployment
{
    /// <summary>What modules put out is not known before they are deployed; these stand for it.</summary>
    private static readonly Dictionary<string, string> Outputs = new()
    {
        ["host"] = "redis.westeurope.redis.azure.net:10000",
        ["principalId"] = "33333333-3333-3333-3333-333333333333",
        ["clientId"] = "44444444-4444-4444-4444-444444444444",
        ["tableEndpoint"] = "https://storage.table.core.windows.net/",
        ["uri"] = "https://vault.vault.azure.net/",
    };

    private readonly JsonArray _resources;
    private readonly JsonObject _outputs;

    private Deployment(JsonNode snapshot) =>
        (_resources, _outputs) = (snapshot["predictedResources"]!.AsArray(), snapshot["outputs"]!.AsObject());

    /// <summary>What the template tells whoever deploys it, by name.</summary>
    public IEnumerable<string> OutputNames => _outputs.Select(output => output.Key);

    /// <summary>The settings of the app.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        One("Microsoft.Web/sites/config")["properties"]!.AsObject().ToDictionary(setting => setting.Key, setting => Evaluate(setting.Value!.GetValue<string>()));

    public static Deployment Read(string snapshot) => new(JsonNode.Parse(snapshot)!);

    public IReadOnlyList<JsonNode> All(string type) =>
        [.. _resources.Where(resource => resource!["type"]!.GetValue<string>() == type).Select(resource => resource!)];

    public JsonNode One(string type) => Assert.Single(All(type));

    public string Text(string type, string path) => One(type).At(path);

    /// <summary>
    /// What an expression comes to: <c>[reference(…).outputs.NAME.value]</c>, or a format with such and a text after them.
    /// </summary>
    private static string Evaluate(string value)
    {
        if (!value.StartsWith('['))
        {
            return value;
        }

        var arguments = Reference().Matches(value).Select(match => Outputs[match.Groups["name"].Value]).ToList();
        if (Last().Match(value) is { Success: true } last)
        {
            arguments.Add(last.Groups["text"].Value);
        }

        return Format().Match(value) is { Success: true } format
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, format.Groups["format"].Value, [.. arguments])
            : arguments.Count == 1 ? arguments[0] : value;
    }

    [GeneratedRegex(@"\.outputs\.(?<name>\w+)\.value")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\[format\('(?<format>[^']*)'")]
    private static partial Regex Format();

    [GeneratedRegex(@", '(?<text>[^']*)'\)\]$")]
    private static partial Regex Last();
}
