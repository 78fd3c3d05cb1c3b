using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Payshift.Core.Hosting;
using Payshift.Functions.Telemetry;

var builder = FunctionsApplication.CreateBuilder(args);

builder.ConfigureFunctionsWebApplication();
builder.Services.AddPayshift(builder.Configuration);
builder.Services.AddPayshiftTelemetry(builder.Configuration);

await builder.Build().RunAsync();
