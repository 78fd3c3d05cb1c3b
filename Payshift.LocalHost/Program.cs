using Payshift.LocalHost;
using Payshift.LocalHost.Startup;

using var stop = new StopSignals();
return await HostProgram.RunAsync(args, new LocalHostSetup(), stop.Token);
