using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Storage;

/// <summary>The connection to Table Storage, which creates each table when it is first used and tells outages from everything else.</summary>
internal sealed class TableConnection : ITableProbe, IDisposable
{
    /// <summary>The service's limit.</summary>
    public const int MaxTransactionRows = 100;

    /// <summary>The service's limit.</summary>
    public const int MaxPageRows = 1000;

    /// <summary>The time after which the service's name is looked up again: its address changes.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Connections of our own, closed with us: the SDK's are shared by the process and stay open.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    private static readonly string[] PingColumns = ["PartitionKey"];

    private readonly TableServiceClient _service;
    private readonly ConcurrentDictionary<string, Task<TableClient>> _tables = new();

    private readonly StorageCircuit _circuit;

    private readonly PayshiftTelemetry _telemetry;

    public TableConnection(IOptions<TableOptions> options, StorageCircuit circuit, PayshiftTelemetry telemetry)
    {
        _service = Connect(options.Value, _http);
        _circuit = circuit;
        _telemetry = telemetry;
    }

    public Task PingAsync(CancellationToken cancellationToken) =>
        // A query rather than the service's properties: the role that reads and writes rows does not give those.
        UseAsync(TableNames.Results, TableOperations.Query, async table =>
        {
            await using var pages = table.QueryAsync<TableEntity>(maxPerPage: 1, select: PingColumns, cancellationToken: cancellationToken).AsPages().GetAsyncEnumerator(cancellationToken);
            return await pages.MoveNextAsync();
        });

    /// <param name="operation">One of <see cref="TableOperations"/>.</param>
    /// <exception cref="StorageUnavailableException">The table could not be reached in time, or refused.</exception>
    public Task<T> UseAsync<T>(string table, string operation, Func<TableClient, Task<T>> use) =>
        UseAsync(table, client => MeasureAsync(operation, table, 1, () => use(client)));

    private Task<T> UseAsync<T>(string table, Func<TableClient, Task<T>> use) => _circuit.UseAsync(async () =>
    {
        try
        {
            return await use(await OpenAsync(table));
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            throw new StorageUnavailableException($"Table Storage did not complete a request to {table}.", exception);
        }
    });

    /// <summary>Writes rows, whole, in entity-group transactions: one partition key and at most 100 rows each.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    public Task UpsertAsync(string table, IEnumerable<TableEntity> entities, CancellationToken cancellationToken) =>
        UseAsync(table, async client =>
        {
            await Task.WhenAll(
                from partition in entities.GroupBy(entity => entity.PartitionKey)
                from rows in partition.Chunk(MaxTransactionRows)
                select MeasureAsync(TableOperations.Upsert, table, rows.Length, () => UpsertAsync(client, rows, cancellationToken)));
            return true;
        });

    /// <summary>Deletes rows of one partition key, at most 100; those that are gone before count as deleted.</summary>
    public static async Task DeleteAsync(TableClient client, IReadOnlyList<(string PartitionKey, string RowKey)> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 1)
        {
            try
            {
                await client.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), ETag.All)),
                    cancellationToken);
                return;
            }
            catch (TableTransactionFailedException exception) when (exception.Status == (int)HttpStatusCode.NotFound)
            {
                // One row that is gone fails them all.
            }
        }

        await Task.WhenAll(rows.Select(row => client.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken)));
    }

    public void Dispose() => _http.Dispose();

    private async Task<TableClient> OpenAsync(string table)
    {
        var opening = _tables.GetOrAdd(table, CreateAsync);
        try
        {
            return await opening;
        }
        catch
        {
            // The next caller tries afresh.
            _tables.TryRemove(KeyValuePair.Create(table, opening));
            throw;
        }
    }

    private Task<TableClient> CreateAsync(string table) => MeasureAsync(TableOperations.Create, table, 1, async () =>
    {
        var client = _service.GetTableClient(table);
        await client.CreateIfNotExistsAsync();
        return client;
    });

    private static async Task<bool> UpsertAsync(TableClient client, TableEntity[] rows, CancellationToken cancellationToken)
    {
        if (rows is [var single])
        {
            await client.UpsertEntityAsync(single, TableUpdateMode.Replace, cancellationToken);
        }
        else
        {
            await client.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        }

        return true;
    }

    private Task<T> MeasureAsync<T>(string operation, string table, int rows, Func<Task<T>> run) =>
        // A list asks a partition for each day or bucket.
        _telemetry.MeasureAsync(operation, table, rows, isNumerous: operation == TableOperations.Query, run, ErrorTypeOf);

    private static string ErrorTypeOf(Exception exception) => exception switch
    {
        RequestFailedException { Status: >= 400 and < 500 and not 408 and not 429 } => "refused",
        _ when IsFailure(exception) => "unavailable",
        _ => ErrorTypes.Unexpected,
    };

    /// <summary>The client wraps most of what can happen to a connection, but not all.</summary>
    private static bool IsFailure(Exception exception) =>
        exception is RequestFailedException or AggregateException or TaskCanceledException or AuthenticationFailedException
            or HttpRequestException or IOException or SocketException;

    private static TableServiceClient Connect(TableOptions options, HttpClient http)
    {
        var clientOptions = new TableClientOptions { Transport = new HttpClientTransport(http) };
        // Their spans have the keys of rows in their URLs; those of Payshift stand for them.
        clientOptions.Diagnostics.IsDistributedTracingEnabled = false;
        clientOptions.Retry.Mode = RetryMode.Exponential;
        clientOptions.Retry.MaxRetries = 3;
        clientOptions.Retry.Delay = TimeSpan.FromMilliseconds(200);
        clientOptions.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        clientOptions.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options.ServiceUri is { } uri
            ? new TableServiceClient(uri, new DefaultAzureCredential(), clientOptions)
            : new TableServiceClient(options.ConnectionString, clientOptions);
    }
}
