namespace Payshift.Core.Storage;

/// <summary>The names of table operations in telemetry.</summary>
internal static class TableOperations
{
    public const string Create = "create";
    public const string Delete = "delete";
    public const string Get = "get";
    public const string Query = "query";
    public const string Update = "update";
    public const string Upsert = "upsert";
}
