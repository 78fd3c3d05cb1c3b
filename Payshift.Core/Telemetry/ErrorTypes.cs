namespace Payshift.Core.Telemetry;

/// <summary>The values of <c>error.type</c> where an operation as a whole went wrong.</summary>
internal static class ErrorTypes
{
    public const string Queue = "queue";
    public const string Storage = "storage";
    public const string Unexpected = "unexpected";

    public static string Of(Exception exception) => exception switch
    {
        QueueUnavailableException => Queue,
        StorageUnavailableException => Storage,
        _ => Unexpected,
    };
}
