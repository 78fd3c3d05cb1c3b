using System.Diagnostics;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Operations.Failures;

/// <summary>
/// The retry of permanent failures by hand: each enters the queue once, however often and by however many it is asked for.
/// </summary>
/// <remarks>
/// A row says how often its webhook had been retried when it failed; the next retry has the next number, which the queue takes
/// once. Only then is the row marked: a crash in between leaves it open, and the same retry asked for again marks it. A
/// webhook leaves the queue only after its row was removed or replaced, so one that has left while its row is unchanged was
/// lost by Redis, and gets a number of its own.
/// </remarks>
public sealed class FailureRetry(
    IFailureTable failures, IResultTable results, IWebhookQueue queue, TimeProvider timeProvider, PayshiftTelemetry telemetry)
{
    /// <summary>Failures that one call retries.</summary>
    public const int MaxItems = 500;

    /// <summary>Failures that a dry run counts.</summary>
    public const int MaxCounted = 10_000;

    private const int CountPage = 1000;
    private const int Parallelism = 8;
    private const int MaxTries = 4;

    /// <param name="by">Who asks.</param>
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer. Asking again is safe.</exception>
    public async Task<RetryResult> RetryAsync(FailureId id, string by, CancellationToken cancellationToken)
    {
        var failure = await failures.FindAsync(id, cancellationToken);
        var result = failure is null ? RetryResult.NotFound : await RetryKeptAsync(id, failure, by, cancellationToken);
        telemetry.ManualRetries.Add(1, new TagList
        {
            { AttributeNames.Provider, failure?.Webhook.Provider ?? Webhook.UnknownProvider },
            { AttributeNames.RetryResult, NameOf(result) },
        });
        return result;
    }

    /// <summary>Retries up to <paramref name="limit"/> failures that match and that nobody has retried yet.</summary>
    /// <inheritdoc cref="RetryAsync"/>
    public async Task<RetriesResponse> RetryAllAsync(
        FailureFilter filter, string? continuation, int limit, string by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxItems);
        var page = await failures.ListAsync(Unretried(filter), continuation, limit, cancellationToken);
        var items = new RetryResponse[page.Failures.Count];
        await Parallel.ForAsync(
            0,
            items.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (index, token) =>
            {
                var id = page.Failures[index].Id;
                items[index] = new RetryResponse(id, FailureId.TryParse(id, out var known) ? await RetryAsync(known, by, token) : RetryResult.NotFound);
            });
        return new RetriesResponse(DryRun: false, items.Length, items, page.Continuation);
    }

    /// <summary>Counts what <see cref="RetryAllAsync"/> would retry, without touching it.</summary>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async Task<RetriesResponse> CountAsync(FailureFilter filter, string? continuation, CancellationToken cancellationToken)
    {
        var counted = 0;
        do
        {
            var page = await failures.ListAsync(Unretried(filter), continuation, CountPage, cancellationToken);
            counted += page.Failures.Count;
            continuation = page.Continuation;
        }
        while (continuation is not null && counted < MaxCounted);

        return new RetriesResponse(DryRun: true, counted, [], continuation);
    }

    private async Task<RetryResult> RetryKeptAsync(FailureId id, StoredFailure failure, string by, CancellationToken cancellationToken)
    {
        if (failure.Webhook.Provider == Webhook.UnknownProvider)
        {
            return RetryResult.Unreadable;
        }

        if (await results.FindOutcomeAsync(failure.Webhook, cancellationToken) is { IsProcessed: true })
        {
            await failures.RemoveAsync([failure.Webhook], cancellationToken);
            return RetryResult.Processed;
        }

        for (var number = failure.Summary.Readmissions + 1; number <= failure.Summary.Readmissions + MaxTries; number++)
        {
            switch (await RequeueAsync(failure.Webhook, number))
            {
                case RequeueResult.Requeued:
                    await MarkAsync(failure, by, cancellationToken);
                    return RetryResult.Retried;
                case RequeueResult.Repeated:
                    await MarkAsync(failure, by, cancellationToken);
                    return RetryResult.AlreadyRetried;
                case RequeueResult.Occupied:
                    return RetryResult.InQueue;
            }

            var now = await failures.FindAsync(id, cancellationToken);
            if (now?.Version != failure.Version)
            {
                return RetryResult.AlreadyRetried;
            }
        }

        return RetryResult.InQueue;
    }

    private async Task<RequeueResult> RequeueAsync(Webhook webhook, int number)
    {
        using var sending = telemetry.StartSend(webhook.TraceParent);
        sending?.SetMessages(MessagingSpans.Send, [webhook.Id]);
        sending?.SetTag(AttributeNames.Provider, webhook.Provider);
        return await queue.RequeueAsync(webhook, number);
    }

    private static string NameOf(RetryResult result) => result switch
    {
        RetryResult.Retried => "retried",
        RetryResult.AlreadyRetried => "already_retried",
        RetryResult.InQueue => "in_queue",
        RetryResult.Processed => "processed",
        RetryResult.Unreadable => "unreadable",
        _ => "not_found",
    };

    private static FailureFilter Unretried(FailureFilter filter) => filter with { Status = filter.Status ?? FailureStatus.Open };

    /// <summary>Where the row changed meanwhile, its webhook has an outcome already.</summary>
    private async Task MarkAsync(StoredFailure failure, string by, CancellationToken cancellationToken)
    {
        if (failure.Summary.Status == FailureStatus.Open)
        {
            await failures.MarkRetriedAsync(failure, by, timeProvider.GetUtcNow(), cancellationToken);
        }
    }
}
