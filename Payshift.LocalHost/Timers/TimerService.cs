using System.Diagnostics;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Payshift.LocalHost.Functions;

namespace Payshift.LocalHost.Timers;

/// <summary>The service that runs one timer function by its schedule, one run at a time.</summary>
internal sealed partial class TimerService(
    TimerFunction function,
    TimerSchedule schedule,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<TimerService> logger) : BackgroundService
{
    /// <summary>The longest wait before the clock is read again: delays stand still while a laptop sleeps, and wall clocks are adjusted.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private static readonly ActivitySource Source = new("Payshift.LocalHost");

    private readonly ObjectFactory _create = ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, Type.EmptyTypes);

    private readonly ParameterInfo[] _parameters = function.Method.GetParameters();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var last = default(DateTimeOffset);
        var due = schedule.Next(time.GetUtcNow());
        var pastDue = false;

        try
        {
            while (true)
            {
                if (!pastDue)
                {
                    await WaitUntilAsync(due, stoppingToken);
                }

                stoppingToken.ThrowIfCancellationRequested();
                var status = new ScheduleStatus
                {
                    Last = last.UtcDateTime,
                    Next = schedule.Next(due).UtcDateTime,
                    LastUpdated = time.GetUtcNow().UtcDateTime,
                };
                await RunAsync(new TimerInfo { IsPastDue = pastDue, ScheduleStatus = status }, stoppingToken);

                // One run makes up for all occurrences that passed meanwhile.
                last = due;
                var next = schedule.Next(due);
                var now = time.GetUtcNow();
                pastDue = next <= now;
                due = pastDue ? now : next;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogTimerStopped(function.Name);
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stoppingToken)
    {
        for (var left = due - time.GetUtcNow(); left > TimeSpan.Zero; left = due - time.GetUtcNow())
        {
            await Task.Delay(left < LongestDelay ? left : LongestDelay, time, stoppingToken);
        }
    }

    private async Task RunAsync(TimerInfo timer, CancellationToken stoppingToken)
    {
        // The real host starts an activity for each invocation.
        using var activity = Source.StartActivity(function.Name, ActivityKind.Server);
        activity?.SetTag("faas.trigger", "timer");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var instance = _create(scope.ServiceProvider, null);
            var arguments = Array.ConvertAll(_parameters, parameter => Argument(parameter, timer, stoppingToken));
            if (function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task run)
            {
                await run;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            activity?.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            // The next run may succeed, and nothing is lost until then.
            LogTimerFailed(function.Name, exception);
        }
    }

    private static object Argument(ParameterInfo parameter, TimerInfo timer, CancellationToken stoppingToken) =>
        parameter.ParameterType == typeof(TimerInfo) ? timer
        : parameter.ParameterType == typeof(CancellationToken) ? stoppingToken
        : throw new InvalidOperationException($"A timer function cannot have the parameter {parameter.Name}.");

    [LoggerMessage(9001, LogLevel.Error, "The timer function {Function} failed; it runs again when it is due")]
    private partial void LogTimerFailed(string function, Exception exception);

    [LoggerMessage(9002, LogLevel.Debug, "The timer of {Function} stopped")]
    private partial void LogTimerStopped(string function);
}
