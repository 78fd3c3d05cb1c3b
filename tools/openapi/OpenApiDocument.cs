using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Health;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Failures;
using Payshift.LocalHost;
using Payshift.LocalHost.Functions;

namespace Payshift.OpenApi;

/// <summary>The OpenAPI description of the routes, made of the trigger classes, their response types and what only words can say.</summary>
internal static partial class OpenApiDocument
{
    private static readonly string[] Period = ["from", "to"];
    private static readonly string[] Filters = ["provider", "method", "type", "reference", "reason", "status", .. Period];

    /// <summary>The purpose of each function, its response type, its parameters and its refusals beside 400, 401 and 503.</summary>
    private static readonly Dictionary<string, (string Summary, Type? Response, string[] Parameters, int[] Refusals)> Functions = new()
    {
        ["AdminAnalytics"] = ("What happened over time", typeof(AnalyticsResponse), [.. Period, "by", "provider", "method"], []),
        ["AdminAudit"] = ("What was done by hand, newest first", typeof(AuditPage), [.. Period, "limit", "continuation"], []),
        ["AdminBatches"] = ("What batches did, newest first", typeof(BatchesResponse), [.. Period, "provider", "method", "outcome", "limit", "continuation"], []),
        ["AdminCleanup"] = ("Cleans the queue up now", typeof(CleanupResponse), [], []),
        ["AdminDashboard"] = ("The operators' page and its files, which hold no data", null, [], [404]),
        ["AdminFailure"] = ("One permanent failure", typeof(FailureResponse), [], [404]),
        ["AdminFailureRetry"] = ("Retries one permanent failure", typeof(RetryResponse), [], [404, 409]),
        ["AdminFailures"] = ("Permanent failures, newest receipt first", typeof(FailurePage), [.. Filters, "limit", "continuation"], []),
        ["AdminFailuresRetry"] = ("Retries or counts the failures that match", typeof(RetriesResponse), [.. Filters, "dryRun", "all", "limit", "continuation"], []),
        ["AdminHealth"] = ("What health rests on: Redis, Table Storage and the timers", typeof(HealthDetailResponse), [], []),
        ["AdminOpenApi"] = ("This description", null, [], []),
        ["AdminPause"] = ("Pauses the queue or one provider", typeof(PauseResponse), ["provider"], []),
        ["AdminPayments"] = ("One payment, its state and its timeline", typeof(PaymentResponse), [], [404]),
        ["AdminProcess"] = ("Works the queue off now", typeof(ProcessResponse), ["batchSize", "maxBatches"], []),
        ["AdminResume"] = ("Resumes the queue or one provider", typeof(PauseResponse), ["provider"], []),
        ["AdminStats"] = ("The queue's numbers", typeof(StatsResponse), [], []),
        ["Health"] = ("Whether webhooks can be taken and recorded", typeof(HealthResponse), [], []),
        ["HealthLive"] = ("Whether the process answers", typeof(HealthResponse), [], []),
        ["ReceiveWebhook"] = ("Takes a provider's delivery, or answers its handshake", typeof(DeliveryResponse), [], [404, 413]),
    };

    public static IReadOnlyList<HttpFunction> Catalog { get; } = FunctionCatalog.Read(new LocalHostSetup().FunctionTypes).Http;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of <c>docs/openapi.json</c>.</summary>
    public static string Write() => Build().ToJsonString(Indented) + "\n";

    private static JsonObject Build()
    {
        var paths = new JsonObject();
        foreach (var function in Catalog)
        {
            var path = "/" + OptionalSegment().Replace(function.Route, "");
            var operations = paths[path] as JsonObject ?? [];
            paths[path] = operations;
            foreach (var method in function.Methods)
            {
                operations[method.ToLowerInvariant()] = Operation(function, method, path);
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Payshift", ["version"] = "1", ["description"] = "Receives payment webhooks, and shows operators what becomes of them. Parameters and answers are told in docs/operations.md." },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject { ["Problem"] = JsonNode.Parse("""{"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"}},"required":["status"]}""") },
                ["securitySchemes"] = new JsonObject { ["key"] = JsonNode.Parse("""{"type":"apiKey","in":"header","name":"x-functions-key"}""") },
            },
        };
    }

    private static JsonObject Operation(HttpFunction function, string method, string path)
    {
        var (summary, answer, parameters, refusals) = Functions[function.Name];
        var isOpen = function.AuthLevel == AuthorizationLevel.Anonymous;
        var responses = new JsonObject { ["200"] = function.Name == "AdminDashboard" ? Page() : Answer(answer) };
        foreach (var status in refusals.Concat(function.Name switch
        {
            "Health" => [503],
            "AdminDashboard" or "HealthLive" => [],
            _ => (int[])[400, 401, 503],
        }).Order())
        {
            responses[$"{status}"] = JsonNode.Parse("""{"description":"Refused","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}""");
        }

        var operation = new JsonObject
        {
            ["operationId"] = function.Methods.Count > 1 ? $"{function.Name}{method[0]}{method[1..].ToLowerInvariant()}" : function.Name,
            ["summary"] = summary,
            ["parameters"] = new JsonArray([
                .. PathParameter().Matches(path).Select(match => Parameter(match.Groups["name"].Value, "path")),
                .. parameters.Select(name => Parameter(name, "query"))]),
            ["responses"] = responses,
        };
        if (!isOpen)
        {
            operation["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() });
        }

        return operation;
    }

    private static JsonObject Answer(Type? answer) => new()
    {
        ["description"] = "Done",
        ["content"] = new JsonObject
        {
            ["application/json"] = new JsonObject
            {
                ["schema"] = answer is null ? new JsonObject { ["type"] = "object" } : Schema(answer),
            },
        },
    };

    private static JsonNode Page() => JsonNode.Parse("""{"description":"Done","content":{"text/html":{"schema":{"type":"string"}}}}""")!;

    /// <summary>What a list holds is never null, which the compiler does not write down for type arguments.</summary>
    private static readonly JsonSchemaExporterOptions SchemaOptions = new() { TreatNullObliviousAsNonNullable = true };

    private static JsonNode Schema(Type answer)
    {
        var schema = PayshiftJson.Default.GetTypeInfo(answer)!.GetJsonSchemaAsNode(SchemaOptions);
        return Inlined(schema, schema);
    }

    /// <summary>The exporter points from a type's second appearance to its first, by a path that is none in the whole description.</summary>
    private static JsonNode Inlined(JsonNode node, JsonNode root) => node switch
    {
        JsonObject pointer when pointer["$ref"] is { } reference => Inlined(
            reference.GetValue<string>().Split('/').Skip(1).Aggregate(root, (at, name) => at[name]!), root),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Inlined(member.Value, root)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Inlined(item, root))]),
        _ => node.DeepClone(),
    };

    private static JsonObject Parameter(string name, string place) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = place == "path",
        ["schema"] = new JsonObject { ["type"] = name is "limit" or "batchSize" or "maxBatches" ? "integer" : name is "dryRun" or "all" ? "boolean" : "string" },
    };

    [GeneratedRegex(@"/\{[a-zA-Z]+\?\}|(?<=/)\{\*[a-zA-Z]+\}")]
    private static partial Regex OptionalSegment();

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}")]
    private static partial Regex PathParameter();
}
