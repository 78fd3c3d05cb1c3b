using Payshift.Chaos;
using Payshift.Chaos.Hosts;
using Payshift.LocalHost.Startup;

using var stop = new StopSignals();
return args is [ChaosHost.Command, .. var rest]
    ? await ChaosHost.RunAsync(rest, stop.Token)
    : await ChaosProgram.RunAsync(args, Console.Out, Console.Error, stop.Token);
