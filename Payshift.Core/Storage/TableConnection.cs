using System.Collections.Concurrent;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Payshift.Core.Storage;

/// <summary>The tables of this process: made when first used, and one place that tells outages from everything else.</summary>
internal sealed class TableConnection : IDisposable
{
    /// <summary>The service's limit.</summary>
    public const int MaxTransactionRows = 100;

    /// <summary>Names of the service are looked up anew so often: it moves.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    // Connections of our own, closed with us: the SDK's are shared by the process and stay open.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = ConnectionLifetime,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    private readonly TableServiceClient _service;
    private readonly ConcurrentDictionary<string, Task<TableClient>> _tables = new();

    private readonly StorageCircuit _circuit;

    public TableConnection(IOptions<TableOptions> options, StorageCircuit circuit)
    {
        _service = Connect(options.Value, _http);
        _circuit = circuit;
    }

    /// <exception cref="StorageUnavailableException">The table could not be reached in time, or refused.</exception>
    public Task<T> UseAsync<T>(string table, Func<TableClient, Task<T>> use) => _circuit.UseAsync(async () =>
    {
        try
        {
            return await use(await OpenAsync(table).ConfigureAwait(false)).ConfigureAwait(false);
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
                select rows.Length == 1
                    ? client.UpsertEntityAsync(rows[0], TableUpdateMode.Replace, cancellationToken)
                    : client.SubmitTransactionAsync(
                        rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken) as Task).ConfigureAwait(false);
            return true;
        });

    public void Dispose() => _http.Dispose();

    private async Task<TableClient> OpenAsync(string table)
    {
        var opening = _tables.GetOrAdd(table, CreateAsync);
        try
        {
            return await opening.ConfigureAwait(false);
        }
        catch
        {
            // The next caller tries afresh.
            _tables.TryRemove(KeyValuePair.Create(table, opening));
            throw;
        }
    }

    private async Task<TableClient> CreateAsync(string table)
    {
        var client = _service.GetTableClient(table);
        await client.CreateIfNotExistsAsync().ConfigureAwait(false);
        return client;
    }

    /// <summary>The client wraps most of what can happen to a connection, but not all.</summary>
    private static bool IsFailure(Exception exception) =>
        exception is RequestFailedException or AggregateException or TaskCanceledException or AuthenticationFailedException
            or HttpRequestException or IOException or SocketException;

    private static TableServiceClient Connect(TableOptions options, HttpClient http)
    {
        var clientOptions = new TableClientOptions { Transport = new HttpClientTransport(http) };
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
