using System.Text.Json.Nodes;
using Payshift.OpenApi;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Docs;

/// <summary>Holds <c>docs/openapi.json</c> against the trigger classes and the running app.</summary>
[Collection(HostsCollection.Name)]
public sealed class OpenApiTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "openapi.json");

    /// <summary>Written by <c>./dev openapi</c>.</summary>
    [Fact]
    public async Task The_file_says_what_routes_and_answers_are() =>
        Assert.Equal(OpenApiDocument.Write(), await System.IO.File.ReadAllTextAsync(File));

    [Fact]
    public async Task The_running_app_serves_it_and_answers_as_it_says()
    {
        await using var host = await HostProcess.StartAsync(ReceiveToRecordTests.Settings(Services));
        var served = JsonNode.Parse(await host.Client.GetStringAsync(new Uri("/payment/admin/openapi.json", UriKind.Relative)))!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File)), served));

        var asked = 0;
        foreach (var (path, operations) in served["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var route = path.Replace("{id}", "1-00000000000000000000000000aa", StringComparison.Ordinal).Replace("{reference}", "nobody", StringComparison.Ordinal).Replace("{provider}", "nopay", StringComparison.Ordinal);
                using var request = new HttpRequestMessage(new HttpMethod(method), route);
                using var answer = await host.Client.SendAsync(request);
                var response = operation!["responses"]![$"{(int)answer.StatusCode}"];
                Assert.True(response is not null, $"{method} {path} answered {(int)answer.StatusCode}, which is not described.");
                var content = response["content"]![answer.Content.Headers.ContentType!.MediaType!];
                Assert.True(content is not null, $"{method} {path} answered {answer.Content.Headers.ContentType}.");
                if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType.MediaType == "application/json" && path != "/payment/admin/openapi.json")
                {
                    Conforms(JsonNode.Parse(await answer.Content.ReadAsStringAsync()), content["schema"]!, $"{method} {path}");
                    asked++;
                }
            }
        }

        Assert.True(asked >= 9, $"Only {asked} routes answered with a success.");
    }

    /// <summary>As far as these schemas go: types, properties and items.</summary>
    private static void Conforms(JsonNode? value, JsonNode schema, string where)
    {
        if (schema is not JsonObject || schema["type"] is not { } type)
        {
            return;
        }

        var allowed = type is JsonArray types ? types.Select(one => one!.GetValue<string>()).ToArray() : [type.GetValue<string>()];
        var kind = value?.GetValueKind() switch
        {
            null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => "number",
            var other => other.Value.ToString().ToLowerInvariant(),
        };
        Assert.True(allowed.Contains(kind) || (kind == "number" && allowed.Contains("integer")), $"{where} is {kind}, not {string.Join(" or ", allowed)}.");
        if (value is JsonObject members)
        {
            foreach (var (name, member) in members)
            {
                var described = schema["properties"]?[name] ?? schema["additionalProperties"];
                Assert.True(described is not null, $"{where}.{name} is not described.");
                Conforms(member, described, $"{where}.{name}");
            }

            Assert.All(schema["properties"]?.AsObject().Select(property => property.Key) ?? [], name => Assert.True(members.ContainsKey(name), $"{where}.{name} is missing."));
        }
        else if (value is JsonArray items)
        {
            foreach (var item in items)
            {
                Conforms(item, schema["items"]!, $"{where}[]");
            }
        }
    }
}
