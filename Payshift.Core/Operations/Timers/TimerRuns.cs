using System.Diagnostics;
using Payshift.Core.Processing;
using Payshift.Core.Redis;
using Payshift.Core.Telemetry;
using StackExchange.Redis;

namespace Payshift.Core.Operations.Timers;

/// <summary>The notes in Redis of when timers ran, by its clock, and with which batch handler, and the measurement of their runs.</summary>
public sealed class TimerRuns
{
    private const string Began = "began";
    private const string Ended = "ended";
    private const string Next = "next";
    private const string Handler = "handler";

    private static readonly RedisScript Note = RedisScript.Load(typeof(TimerRuns), "note");
    private static readonly RedisScript List = RedisScript.Load(typeof(TimerRuns), "list");

    private static readonly RedisKey[] Keys = ["payshift:{control}:timers"];

    private readonly RedisConnection _redis;
    private readonly string _handler;
    private readonly PayshiftTelemetry _telemetry;
    private readonly TimeProvider _timeProvider;

    internal TimerRuns(RedisConnection redis, IWebhookBatchHandler handler, PayshiftTelemetry telemetry, TimeProvider timeProvider) =>
        (_redis, _handler, _telemetry, _timeProvider) = (redis, handler is DefaultBatchHandler ? "" : handler.GetType().FullName!, telemetry, timeProvider);

    /// <summary>Runs what a timer is for, and notes when it began and ended. A note that fails stops nothing.</summary>
    /// <param name="next">When it is due next, where the host tells.</param>
    public async Task<T> RunAsync<T>(string name, DateTime? next, Func<Task<T>> run)
    {
        await RecordAgesAsync();
        var due = next is { } time && time != default ? new DateTimeOffset(time.ToUniversalTime()).ToUnixTimeMilliseconds() : 0;
        await NoteAsync(name, Began, due);
        var result = await MeasureAsync(name, run);
        await NoteAsync(name, Ended, 0);
        return result;
    }

    /// <returns>By name; timers that never ran are missing.</returns>
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<TimerRun>> ReadAsync()
    {
        var values = (RedisValue[])(await _redis.EvaluateAsync(List, Keys, []))!;
        var notes = values.Chunk(2).ToDictionary(note => (string)note[0]!, note => note[1]);
        return
        [
            .. notes.Keys.Where(key => key.EndsWith(':' + Began, StringComparison.Ordinal))
                .Select(key => key[..^(Began.Length + 1)])
                .Order(StringComparer.Ordinal)
                .Select(name => new TimerRun(name, Time(name, Began)!.Value, Time(name, Ended), Time(name, Next), Text(name, Handler))),
        ];

        DateTimeOffset? Time(string name, string what) =>
            notes.TryGetValue($"{name}:{what}", out var millis) && (long)millis > 0 ? DateTimeOffset.FromUnixTimeMilliseconds((long)millis) : null;

        string? Text(string name, string what) => notes.TryGetValue($"{name}:{what}", out var text) && text.HasValue && text != "" ? (string?)text : null;
    }

    private async Task<T> MeasureAsync<T>(string name, Func<Task<T>> run)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            var result = await run();
            Record(null);
            return result;
        }
        catch (Exception exception)
        {
            Record(ErrorTypes.Of(exception));
            throw;
        }

        void Record(string? errorType)
        {
            var tags = new TagList { { AttributeNames.TimerName, name } };
            if (errorType is not null)
            {
                tags.Add(AttributeNames.ErrorType, errorType);
            }

            _telemetry.TimerRunDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, tags);
        }
    }

    /// <summary>Every timer tells of all of them, so that one which stands still is told of by the other.</summary>
    private async Task RecordAgesAsync()
    {
        if (!_telemetry.TimerAge.Enabled)
        {
            return;
        }

        try
        {
            var now = _timeProvider.GetUtcNow();
            foreach (var run in await ReadAsync())
            {
                var age = now - (run.EndedAt ?? run.BeganAt);
                _telemetry.TimerAge.Record(Math.Max(0, age.TotalSeconds), new KeyValuePair<string, object?>(AttributeNames.TimerName, run.Name));
            }
        }
        catch (QueueUnavailableException)
        {
            // Its absence is told of by what Redis is asked.
        }
    }

    private async Task NoteAsync(string name, string what, long next)
    {
        try
        {
            await _redis.EvaluateAsync(Note, Keys, [name, what, next, _handler]);
        }
        catch (QueueUnavailableException)
        {
            // The run finds out by itself.
        }
    }
}
