namespace Payshift.Tests.Infrastructure;

/// <summary>
/// Connections that wait long for a Redis that is up: with the default settings, a busy machine would count as an outage. One that
/// is killed fails calls at once all the same.
/// </summary>
internal static class PatientRedis
{
    public const string Timeouts = "connectTimeout=30000,asyncTimeout=30000,syncTimeout=30000";

    public static string ConnectionString(int port) => $"127.0.0.1:{port},{Timeouts}";
}
