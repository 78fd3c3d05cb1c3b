namespace Payshift.Tests.Providers;

/// <summary>A test over files beside the repository: told as skipped, not as passed, where they are absent.</summary>
public sealed class SharedFilesFactAttribute : FactAttribute
{
    public SharedFilesFactAttribute() =>
        Skip = ProviderFiles.Shared is null ? "There is no ../shared/providers beside the repository." : null;
}
