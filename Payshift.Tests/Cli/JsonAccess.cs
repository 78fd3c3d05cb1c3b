namespace Payshift.Tests.Cli;

internal static class JsonAccess
{
    public static int Int(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();
}
