using System.Diagnostics;
using Payshift.Chaos.Bank;
using Payshift.Chaos.Checks;
using Payshift.Chaos.Faults;
using Payshift.Chaos.Hosts;
using Payshift.Chaos.Load;
using Payshift.Chaos.Reporting;
using Payshift.Chaos.Servers;
using Payshift.LocalHost.Startup;
using Payshift.Samples;

namespace Payshift.Chaos;

/// <summary>One run from the first process to the verdict.</summary>
internal sealed class ChaosRun(ChaosArguments arguments, string folder, TextWriter output)
{
    /// <summary>One event in so many.</summary>
    private const int RepeatedInTheEnd = 50;

    private static readonly string AzuriteScript = Path.Combine("tools", "azurite", "node_modules", "azurite", "dist", "src", "table", "main.js");

    /// <returns>Whether everything holds.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var payPal = await PayPalApi.StartAsync(cancellationToken);
        var catalog = new SampleCatalog(TimeProvider.System, new Random(arguments.Seed));
        var accounts = new ProviderAccounts(catalog, payPal.Key, payPal.Address);
        var plan = LoadPlan.Make(accounts, arguments.Webhooks, new Random(arguments.Seed), DateTimeOffset.UtcNow);
        var faults = FaultPlan.Make(arguments.Duration, HostPlan.Receivers, HostPlan.Workers, new Random(arguments.Seed));
        ChaosReport.WriteHeading(output, arguments, plan, faults);

        var bank = new BankLedger(plan.Fates());
        var counts = new SendCounts();
        using var timeline = new Timeline(folder);
        await using var server = await BankServer.StartAsync(bank, cancellationToken);
        await using var redis = new RedisServer(folder);
        await using var tables = new TableServer(folder, FindAzurite());
        await Task.WhenAll(redis.StartAsync(cancellationToken), tables.StartAsync(cancellationToken));
        await using var fleet = await HostFleet.StartAsync(folder, timeline, redis, tables, server.Address, accounts, cancellationToken);
        var runner = new FaultRunner(fleet, redis, tables, timeline);

        using (var progress = new ProgressLine(output, plan, counts, bank, runner))
        {
            await SendAsync(plan, faults, counts, fleet, runner, cancellationToken);
            progress.SayDraining();
            await new QueueDraining(redis, tables).WaitAsync(cancellationToken);
            await RepeatAsync(plan, counts, fleet, cancellationToken);
            await new QueueDraining(redis, tables).WaitAsync(cancellationToken);
        }

        var evidence = await CollectAsync(plan, counts, bank, redis, tables, fleet, cancellationToken);
        var checks = AllChecks.Of(evidence);
        ChaosReport.Write(output, arguments, evidence, runner.Counts, fleet, checks, Stopwatch.GetElapsedTime(started));
        EventHistory.Write(folder, evidence);
        return checks.All(check => check.Passed);
    }

    private async Task SendAsync(
        LoadPlan plan, IReadOnlyList<Fault> faults, SendCounts counts, HostFleet fleet, FaultRunner runner, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var sender = NewSender(fleet, counts);
        var sending = sender.SendAsync(plan.Deliveries, arguments.Duration, stop.Token);
        await runner.RunAsync(faults, cancellationToken);

        // Whatever is not acknowledged long after the last fault never will be. The checks name it.
        await Task.WhenAny(sending, Stall.WaitAsync(() => Task.FromResult<long>(counts.Acknowledged), stop.Token));
        await stop.CancelAsync();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>After all of it, every event is still known: none is new, and none takes effect again.</summary>
    private static async Task RepeatAsync(LoadPlan plan, SendCounts counts, HostFleet fleet, CancellationToken cancellationToken)
    {
        using var sender = NewSender(fleet, counts);
        var some = plan.Events.Where((planned, index) => index % RepeatedInTheEnd == 0 && planned.Acknowledged > 0);
        await sender.SendAsync([.. some.Select(planned => new PlannedDelivery(planned, At: 0, IsImpatient: false))], TimeSpan.Zero, cancellationToken);
    }

    private static Sender NewSender(HostFleet fleet, SendCounts counts) =>
        new([.. fleet.Receivers.Select(host => new Receiver(host.Address, host.Plan.Overflows))], counts);

    private static async Task<Evidence> CollectAsync(
        LoadPlan plan, SendCounts counts, BankLedger bank, RedisServer redis, TableServer tables, HostFleet fleet, CancellationToken cancellationToken)
    {
        await using var connection = await redis.ConnectAsync();
        return new Evidence(
            plan,
            counts,
            bank,
            await EvidenceReader.ReadResultsAsync(tables, cancellationToken),
            await EvidenceReader.ReadFailuresAsync(tables, cancellationToken),
            await EvidenceReader.CountInboxAsync(tables, cancellationToken),
            await EvidenceReader.ReadKeysAsync(connection),
            await EvidenceReader.ReadTotalsAsync(connection),
            fleet.All.ToDictionary(host => host.Plan.Name, host => host.UnexpectedEnds),
            fleet.All.ToDictionary(host => host.Plan.Name, host => host.CountUnhandledExceptions()));
    }

    private static string FindAzurite()
    {
        var script = Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory) ?? "", AzuriteScript);
        return File.Exists(script) ? script : throw new ChaosException("Azurite is missing. Call ./dev chaos, which installs it.");
    }
}
