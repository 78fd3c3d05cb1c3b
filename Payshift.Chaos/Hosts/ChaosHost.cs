using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Payshift.Chaos.Bank;
using Payshift.Core.Processing;
using Payshift.LocalHost;

namespace Payshift.Chaos.Hosts;

/// <summary>One host of the suite, as a process of its own: LocalHost with a clock that is off and the bank's handler.</summary>
internal static class ChaosHost
{
    public const string Command = "host";

    /// <summary>What the process is started with; arguments of LocalHost may follow.</summary>
    public static string[] Arguments(HostPlan plan, Uri bank) =>
        [Command, plan.Name, plan.Shift.TotalSeconds.ToString(CultureInfo.InvariantCulture), bank.AbsoluteUri];

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        EndWithParent();
        var time = new ShiftedTime(TimeSpan.FromSeconds(double.Parse(args[1], CultureInfo.InvariantCulture)));
        using var bank = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(args[2]) };
        var setup = new LocalHostSetup
        {
            // Everything comes from the environment that the conductor gives.
            RepositoryRoot = null,
            Configure = builder => builder.Services
                .AddSingleton<TimeProvider>(time)
                .AddSingleton<IWebhookBatchHandler>(new BankHandler(bank, args[0])),
        };
        return await HostProgram.RunAsync(args[3..], setup, cancellationToken);
    }

    /// <summary>The conductor holds the other end of the standard input, and never writes.</summary>
    private static void EndWithParent() => new Thread(() =>
    {
        while (Console.In.Read() >= 0)
        {
        }

        Environment.Exit(1);
    })
    { IsBackground = true }.Start();
}
