using System.Text.Json.Nodes;
using Payshift.Functions;
using Payshift.LocalHost;
using Payshift.LocalHost.Functions;

namespace Payshift.Tests.Functions;

/// <summary>The published Functions app against LocalHost: Azure has the functions that all other tests call, and no others.</summary>
public sealed class PublishedAppTests
{
    private const string Assembly = "Payshift.Functions.dll";

    /// <summary>Where the build of the tests publishes it.</summary>
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "functions");

    private static readonly FunctionCatalog Catalog = FunctionCatalog.Read(new LocalHostSetup().FunctionTypes);

    private static readonly IEnumerable<string> Mapped = Catalog.Http
        .Select(function => Http(function.Name, $"{function.AuthLevel}", function.Methods, function.Route))
        .Concat(Catalog.Timers.Select(function => Timer(function.Name, function.Schedule)))
        .Order(StringComparer.Ordinal);

    [Fact]
    public void Its_metadata_has_the_functions_that_LocalHost_maps()
    {
        var published = Read("functions.metadata").AsArray()
            .Select(function => Describe(function!["name"]!.GetValue<string>(), function["bindings"]!.AsArray()));

        Assert.Equal(Mapped, published.Order(StringComparer.Ordinal));
    }

    /// <summary>The Functions host asks the worker for them, and reads the file only of apps whose worker has no index.</summary>
    [Fact]
    public async Task Its_worker_names_the_functions_that_LocalHost_maps()
    {
        var indexed = (await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync(Folder))
            .Select(function => Describe(function.Name!, function.RawBindings!.Select(binding => JsonNode.Parse(binding))));

        Assert.Equal(Mapped, indexed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_metadata_calls_the_methods_that_LocalHost_calls()
    {
        var methods = Catalog.Http.Select(function => function.Method).Concat(Catalog.Timers.Select(function => function.Method));
        var functions = Read("functions.metadata").AsArray();

        Assert.All(functions, function => Assert.Equal(Assembly, function!["scriptFile"]!.GetValue<string>()));
        Assert.Equal(
            methods.Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").Order(StringComparer.Ordinal),
            functions.Select(function => function!["entryPoint"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_starts_its_worker_from_the_assembly_of_the_functions()
    {
        Assert.Equal(Assembly, Read("worker.config.json")["description"]!["defaultWorkerPath"]!.GetValue<string>());
        Assert.True(File.Exists(Path.Combine(Folder, Assembly)));
    }

    [Fact]
    public void Its_host_adds_nothing_to_routes_and_speaks_OpenTelemetry()
    {
        var host = Read("host.json");

        Assert.Equal("", host["extensions"]!["http"]!["routePrefix"]!.GetValue<string>());
        Assert.Equal("openTelemetry", host["telemetryMode"]!.GetValue<string>());
    }

    [Fact]
    public void It_takes_no_settings_of_this_machine_along() => Assert.Empty(Directory.GetFiles(Folder, "local.settings*"));

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;

    private static string Describe(string name, IEnumerable<JsonNode?> bindings)
    {
        var trigger = bindings.Single(binding => binding!["type"]!.GetValue<string>().EndsWith("Trigger", StringComparison.Ordinal))!;
        return trigger["type"]!.GetValue<string>() switch
        {
            "httpTrigger" => Http(
                name,
                trigger["authLevel"]!.GetValue<string>(),
                trigger["methods"]!.AsArray().Select(method => method!.GetValue<string>().ToUpperInvariant()),
                trigger["route"]!.GetValue<string>()),
            "timerTrigger" => Timer(name, trigger["schedule"]!.GetValue<string>()),
            var other => $"{name}: {other}, which LocalHost does not run",
        };
    }

    private static string Http(string name, string level, IEnumerable<string> methods, string route) =>
        $"{name}: {string.Join(',', methods.Order(StringComparer.Ordinal))} /{route}, {level}";

    private static string Timer(string name, string schedule) => $"{name}: {schedule}";
}
