using System.Diagnostics;

namespace Payshift.Core.Telemetry;

/// <summary>The measurement of operations on Redis and Table Storage: what everything costs, and who is slow.</summary>
internal static class OperationTelemetry
{
    private const string Redis = "redis";
    private const string Tables = "azure.tables";

    /// <param name="since">A timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="errorType">Null where it was answered.</param>
    public static void RecordScript(this PayshiftTelemetry telemetry, string script, long since, string? errorType) =>
        telemetry.Record(Redis, script, null, since, errorType);

    /// <summary>Runs an operation on a table within a span of its own.</summary>
    /// <param name="rows">How many rows it is about; 1 where it is one or nobody knows.</param>
    /// <param name="isNumerous">Whether there are too many to send a span of each.</param>
    /// <param name="errorType">Names what was thrown.</param>
    public static async Task<T> MeasureAsync<T>(
        this PayshiftTelemetry telemetry, string operation, string table, int rows, bool isNumerous, Func<Task<T>> run, Func<Exception, string> errorType)
    {
        using var activity = telemetry.StartOperation(operation, table, rows);
        if (activity is not null && isNumerous)
        {
            // Whoever listens may still keep it for what became of it.
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        var since = Stopwatch.GetTimestamp();
        try
        {
            var result = await run();
            telemetry.Record(Tables, operation, table, since, null);
            return result;
        }
        catch (Exception exception)
        {
            var error = errorType(exception);
            activity?.SetError(error);
            telemetry.Record(Tables, operation, table, since, error);
            throw;
        }
    }

    private static Activity? StartOperation(this PayshiftTelemetry telemetry, string operation, string table, int rows)
    {
        var activity = telemetry.Source.HasListeners() ? telemetry.Source.StartActivity($"{operation} {table}", ActivityKind.Client) : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(AttributeNames.DatabaseSystem, Tables);
            activity.SetTag(AttributeNames.DatabaseOperation, operation);
            activity.SetTag(AttributeNames.DatabaseCollection, table);
            if (rows > 1)
            {
                activity.SetTag(AttributeNames.DatabaseBatchSize, rows);
            }
        }

        return activity;
    }

    private static void Record(this PayshiftTelemetry telemetry, string system, string operation, string? table, long since, string? errorType)
    {
        if (!telemetry.OperationDuration.Enabled)
        {
            return;
        }

        var tags = new TagList { { AttributeNames.DatabaseSystem, system }, { AttributeNames.DatabaseOperation, operation } };
        if (table is not null)
        {
            tags.Add(AttributeNames.DatabaseCollection, table);
        }

        if (errorType is not null)
        {
            tags.Add(AttributeNames.ErrorType, errorType);
        }

        telemetry.OperationDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, tags);
    }
}
