using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Payshift.Tests.Infra;

/// <summary>The files by which others build and deploy Payshift can be read, and name only what is there.</summary>
public sealed partial class DeliveryFilesTests
{
    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(At(".github", "workflows")).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_says_what_it_may_and_uses_actions_of_a_version(string name)
    {
        var workflow = Read(".github", "workflows", name);

        Assert.Equal("read", Text(workflow, "permissions", "contents"));
        Assert.NotEmpty(Text(workflow, "concurrency", "group"));
        Assert.All(Jobs(workflow), job => Assert.NotEmpty(Text(job, "timeout-minutes")));
        Assert.All(Steps(workflow, "uses"), action => Assert.Matches("^[A-Za-z-]+/[a-z-]+@(v[0-9]+|[0-9a-f]{40})$", action));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_runs_scripts_and_projects_that_are_there(string name)
    {
        var commands = Steps(Read(".github", "workflows", name), "run").ToList();

        Assert.NotEmpty(commands);
        Assert.All(
            commands.SelectMany(command => PathInCommand().Matches(command)).Select(match => match.Groups["path"].Value),
            path => Assert.True(Path.Exists(At(path)), path));
    }

    [Fact]
    public void A_deployment_signs_in_without_a_secret()
    {
        var text = File.ReadAllText(At(".github", "workflows", "deploy.yml"));

        Assert.Equal("write", Text(Read(".github", "workflows", "deploy.yml"), "permissions", "id-token"));
        Assert.DoesNotContain("{{ secrets", text, StringComparison.Ordinal);
        Assert.Contains("--federated-credential-provider github", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deployment_gives_the_parameters_all_that_they_ask_the_environment_for()
    {
        var deployment = File.ReadAllText(At(".github", "workflows", "deploy.yml"));
        var asked = EnvironmentVariable().Matches(File.ReadAllText(At("infra", "main.bicepparam"))).Select(match => match.Groups["name"].Value);

        Assert.All(asked, variable => Assert.Contains($"      {variable}: ", deployment, StringComparison.Ordinal));
    }

    [Fact]
    public void Azd_finds_the_app_and_the_template()
    {
        var azure = Read("azure.yaml");

        Assert.NotEmpty(Directory.GetFiles(At(Text(azure, "services", "functions", "project")), "*.csproj"));
        Assert.True(File.Exists(At(Text(azure, "infra", "path"), $"{Text(azure, "infra", "module")}.bicepparam")));
        Assert.Contains("'azd-service-name': 'functions'", File.ReadAllText(At("infra", "modules", "app.bicep")), StringComparison.Ordinal);
    }

    [Fact]
    public void Dependabot_looks_after_every_folder_with_packages_of_npm()
    {
        var named = Assert.IsType<YamlSequenceNode>(Read(".github", "dependabot.yml")["updates"])
            .Where(update => Text(update, "package-ecosystem") == "npm")
            .SelectMany(update => (YamlSequenceNode)update["directories"])
            .Select(folder => folder.ToString().TrimStart('/'));
        var folders = Directory.EnumerateFiles(Repository.Root, "package-lock.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 })
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'));

        Assert.Equal(folders.Order(), named.Order());
    }

    [Fact]
    public void The_image_copies_what_is_there_and_is_not_ignored()
    {
        var seen = File.ReadAllLines(At(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var copied = File.ReadAllLines(At("Dockerfile"))
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]);

        Assert.All(copied, path =>
        {
            Assert.True(Path.Exists(At(path)), path);
            Assert.Contains(seen, shown => path == shown || path.StartsWith($"{shown}/", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_image_has_every_project_that_the_host_is_made_of()
    {
        var dockerfile = File.ReadAllText(At("Dockerfile"));

        Assert.All(ProjectReferences("Payshift.LocalHost"), project => Assert.Contains($"COPY {project}/{project}.csproj {project}/", dockerfile, StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_runs_Redis_as_the_queue_needs_it()
    {
        var services = Read("compose.yaml")["services"];

        Assert.Contains("--appendonly yes", Text(services, "redis", "command"), StringComparison.Ordinal);
        Assert.Contains("--maxmemory-policy noeviction", Text(services, "redis", "command"), StringComparison.Ordinal);
        Assert.Contains("TableEndpoint=http://azurite:10002/", Text(services, "payshift", "environment", "Payshift__Tables__ConnectionString"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> ProjectReferences(string project) =>
        ProjectReference().Matches(File.ReadAllText(At(project, $"{project}.csproj")))
            .Select(match => match.Groups["name"].Value)
            .SelectMany(name => ProjectReferences(name).Append(name))
            .Distinct();

    private static IEnumerable<YamlNode> Jobs(YamlNode workflow) => ((YamlMappingNode)workflow["jobs"]).Children.Values;

    private static IEnumerable<string> Steps(YamlNode workflow, string key) =>
        from job in Jobs(workflow)
        from step in (YamlSequenceNode)job["steps"]
        where ((YamlMappingNode)step).Children.ContainsKey(key)
        select step[key].ToString();

    private static string Text(YamlNode node, params string[] path) => path.Aggregate(node, (at, name) => at[name]).ToString();

    private static YamlNode Read(params string[] path)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(At(path));
        yaml.Load(reader);
        return Assert.Single(yaml.Documents).RootNode;
    }

    private static string At(params string[] path) => Path.Combine([Repository.Root, .. path]);

    [GeneratedRegex(@"(?:^|\s)(?<path>\.(?:/|ci/)[\w./-]+|Payshift\.\w+)")]
    private static partial Regex PathInCommand();

    [GeneratedRegex("readEnvironmentVariable\\('(?<name>[A-Z_]+)'")]
    private static partial Regex EnvironmentVariable();

    [GeneratedRegex("<ProjectReference Include=\"../(?<name>[^/]+)/")]
    private static partial Regex ProjectReference();
}
