using System.Diagnostics;
using System.Text.Json;
using Payshift.Samples;

namespace Payshift.Chaos.Load;

/// <summary>All providers: delivers as the plan says, and each delivery again until it is acknowledged.</summary>
/// <param name="receivers">Where a load balancer would send a request.</param>
internal sealed class Sender(IReadOnlyList<Receiver> receivers, SendCounts counts) : IDisposable
{
    private const int MaxConcurrency = 48;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turns = new(MaxConcurrency);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Begins the deliveries over a time, and goes on until all are acknowledged.</summary>
    public async Task SendAsync(IReadOnlyList<PlannedDelivery> deliveries, TimeSpan over, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var sending = new List<Task>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            while (Stopwatch.GetElapsedTime(started) < over * delivery.At)
            {
                await Task.Delay(Tick, cancellationToken);
            }

            sending.Add(DeliverAsync(delivery, cancellationToken));
        }

        await Task.WhenAll(sending);
    }

    public void Dispose()
    {
        _http.Dispose();
        _turns.Dispose();
    }

    private async Task DeliverAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        var hangsUp = delivery.IsImpatient;
        for (var pause = FirstPause; !await TryAsync(delivery.Event, hangsUp, cancellationToken); pause = Longer(pause))
        {
            hangsUp = false;
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), cancellationToken);
        }

        delivery.IsAcknowledged = true;
        counts.Acknowledge();
    }

    /// <returns>Whether it was acknowledged.</returns>
    private async Task<bool> TryAsync(PlannedEvent planned, bool hangsUp, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            counts.Ask();
            if (hangsUp)
            {
                patience.CancelAfter(Random.Shared.Next(20));
            }

            var receiver = receivers[Random.Shared.Next(receivers.Count)];
            using var request = Request(planned.Sample, receiver.Address);
            using var answer = await _http.SendAsync(request, patience.Token);
            counts.Answer((int)answer.StatusCode);
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }

            Note(planned, receiver, await answer.Content.ReadAsByteArrayAsync(patience.Token));
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            counts.Lose();
            return false;
        }
        finally
        {
            _turns.Release();
        }
    }

    private static HttpRequestMessage Request(SampleDelivery sample, Uri receiver)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(receiver, $"payment/webhooks/{sample.Path}"))
        {
            Content = new ByteArrayContent(sample.Body),
        };
        foreach (var (name, value) in sample.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private void Note(PlannedEvent planned, Receiver receiver, byte[] body)
    {
        Interlocked.Increment(ref planned.Acknowledged);
        if (body is [(byte)'{', ..] && JsonSerializer.Deserialize<Told>(body, JsonSerializerOptions.Web) is { } told)
        {
            // One that overflows says of what it put aside that it is new; whether it is, only the queue can tell, later.
            Interlocked.Add(ref planned.Kept, receiver.Overflows ? 0 : told.Kept);
            counts.Tell(told.Kept, told.Duplicates);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    /// <summary>What the answer says; some providers want another one, that says nothing.</summary>
    private sealed record Told(int Kept, int Duplicates);
}
