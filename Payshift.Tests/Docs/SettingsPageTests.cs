namespace Payshift.Tests.Docs;

/// <summary>The page on settings names every setting that there is.</summary>
public sealed class SettingsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "settings.md"));

    public static TheoryData<string> Sections => [.. AppSettings.Sections.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Names_every_setting_of(string section) =>
        Assert.All(AppSettings.Names(section), setting => Assert.Contains($"`{setting}", Page, StringComparison.Ordinal));
}
