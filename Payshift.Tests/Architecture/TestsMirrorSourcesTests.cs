using System.IO.Enumeration;

namespace Payshift.Tests.Architecture;

/// <summary>The place of a test class that is named after a type or a page: the folder that mirrors the folder of its subject.</summary>
public sealed class TestsMirrorSourcesTests
{
    private const string Suffix = "Tests";

    private static readonly string Root = typeof(TestsMirrorSourcesTests).Assembly.GetName().Name!;

    /// <summary>The namespaces in which tests of a source file may stand, by the name of the file; it is the name of its type.</summary>
    private static readonly ILookup<string, string> Homes = Projects()
        .SelectMany(Sources)
        .ToLookup(file => Path.GetFileName(file).Split('.')[0], HomeOf, StringComparer.Ordinal);

    private static readonly Type[] Named =
        [.. typeof(TestsMirrorSourcesTests).Assembly.GetTypes().Where(type => !type.IsNested && type.Name.EndsWith(Suffix, StringComparison.Ordinal) && Homes.Contains(SubjectOf(type)))];

    [Fact]
    public void A_test_stands_where_its_subject_stands()
    {
        Assert.NotEmpty(Named);
        Assert.All(Named, test => Assert.Contains(test.Namespace, Homes[SubjectOf(test)], StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_project_is_left_out() => Assert.All(Projects(), project => Assert.NotEmpty(Sources(project)));

    private static string SubjectOf(Type test) => test.Name[..^Suffix.Length];

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateDirectories(Repository.Root).Where(folder => Path.GetFileName(folder) != Root && Directory.EnumerateFiles(folder, "*.csproj").Any());

    private static IEnumerable<string> Sources(string project) => new FileSystemEnumerable<string>(
        project, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && Path.GetExtension(entry.FileName) is ".cs" or ".ts" or ".tsx",
        ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not ("bin" or "obj" or "node_modules"),
    };

    /// <summary>Tests of Core stand in its rooms, those of other projects in a folder named after the project, and those of the dashboard's pages beside them.</summary>
    private static string HomeOf(string file)
    {
        var folders = Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace(Path.Combine("web", "src"), "", StringComparison.Ordinal);
        return string.Join('.', folders.Split(['.', Path.DirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Skip(1).SkipWhile(name => name == "Core").Prepend(Root));
    }
}
