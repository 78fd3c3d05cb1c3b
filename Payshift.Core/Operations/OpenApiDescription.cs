namespace Payshift.Core.Operations;

/// <summary>The file <c>docs/openapi.json</c>.</summary>
public static class OpenApiDescription
{
    private const string Resource = "openapi.json";

    private static readonly Lazy<string> Read = new(() =>
    {
        using var stream = typeof(OpenApiDescription).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    public static string Text => Read.Value;
}
