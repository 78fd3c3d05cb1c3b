using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Hosting;
using Payshift.Core.Hosting;
using Payshift.Functions.Telemetry;

var builder = FunctionsApplication.CreateBuilder(args);

builder.ConfigureFunctionsWebApplication();
builder.Services.AddPayshift(builder.Configuration);
builder.Services.AddPayshiftTelemetry(builder.Configuration, telemetry =>
{
    telemetry.UseFunctionsWorkerDefaults();
    // The worker's span of an invocation leads from the host's trace to Payshift's spans.
    telemetry.WithTracing(tracing => tracing.AddSource("Microsoft.Azure.Functions.Worker"));
});

await builder.Build().RunAsync();
