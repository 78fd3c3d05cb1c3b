using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Processing;
using Payshift.Core.Telemetry;
using Payshift.Tests.Telemetry;

namespace Payshift.Tests.Queue;

[Collection(ServicesCollection.Name)]
public sealed class QueueGaugesTests(ServicesFixture services) : ServicesTest(services)
{
    [Fact]
    public async Task One_run_of_all_instances_tells_of_the_queue_each_minute()
    {
        await using var one = new PayshiftApp(Services);
        await using var other = new PayshiftApp(Services);
        var recorded = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, heard) =>
            {
                if (instrument.Name == MetricNames.QueueInFlight && (Of(one, instrument) || Of(other, instrument)))
                {
                    heard.EnableMeasurementEvents(instrument);
                }
                else if (instrument.Name == MetricNames.QueueDepth)
                {
                    // Recording starts where somebody listens to this one.
                    heard.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) =>
        {
            if (instrument.Name == MetricNames.QueueInFlight)
            {
                Interlocked.Increment(ref recorded);
            }
        });
        listener.Start();

        for (var run = 0; run < 5; run++)
        {
            await Task.WhenAll(RunAsync(one), RunAsync(other));
        }

        // The minute may turn meanwhile.
        Assert.InRange(recorded, 1, 2);
    }

    [Fact]
    public void A_gauge_that_was_not_recorded_again_is_not_sent_again()
    {
        using var container = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = container.GetRequiredService<IMeterFactory>();
        using var telemetry = new PayshiftTelemetry(meters);
        var sent = new List<string>();
        using var provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(PayshiftTelemetry.Name)
            // Other tests have meters of that name too.
            .AddView(instrument => instrument.Meter.Scope == meters ? null : MetricStreamConfiguration.Drop)
            .AddReader(new BaseExportingMetricReader(new SeenMetrics(sent.Add)) { TemporalityPreference = MetricReaderTemporalityPreference.Delta })
            .Build();

        telemetry.TimerAge.Record(1);
        provider.ForceFlush();
        Assert.Contains(MetricNames.TimerAge, sent);
        sent.Clear();
        provider.ForceFlush();
        Assert.DoesNotContain(MetricNames.TimerAge, sent);
    }

    private static bool Of(PayshiftApp app, Instrument instrument) =>
        instrument.Meter.Scope == app.Services.GetRequiredService<IMeterFactory>();

    private static Task<QueueRunSummary> RunAsync(PayshiftApp app) => app.Services.GetRequiredService<ScheduledRuns>().ProcessAsync("ProcessBatches", null, default);
}
