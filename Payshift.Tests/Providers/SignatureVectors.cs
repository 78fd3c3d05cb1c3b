namespace Payshift.Tests.Providers;

/// <summary>The vectors of this repository, and the larger set that may lie beside it.</summary>
internal static class SignatureVectors
{
    public static IReadOnlyList<SignatureVector> Own { get; } = Load(ProviderFiles.Own);

    /// <summary>Empty where the set is absent.</summary>
    public static IReadOnlyList<SignatureVector> Shared { get; } =
        ProviderFiles.Shared is { } folder ? Load(Path.Combine(folder, "vectors.json")) : [];

    private static SignatureVector[] Load(string file) =>
        JsonSerializer.Deserialize<SignatureVector[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!;
}
