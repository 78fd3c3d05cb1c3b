using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Payshift.Core.Processing;
using Payshift.Functions.Telemetry;
using Payshift.LocalHost.Functions;
using Payshift.LocalHost.Keys;
using Payshift.LocalHost.Sample;
using Payshift.LocalHost.Services;
using Payshift.LocalHost.Startup;
using Payshift.LocalHost.Timers;

namespace Payshift.LocalHost;

/// <summary>The composition of a host that runs the trigger classes without Azure.</summary>
internal static class LocalHostBuilder
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Builds a host that is ready to start. Its own services are already running.</summary>
    /// <exception cref="HostStartException">A setting or a program is missing or wrong.</exception>
    public static async Task<LocalHostApplication> BuildAsync(string[] args, LocalHostSetup setup, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(LocalHostBuilder).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddHostDefaults(setup.RepositoryRoot);
        var options = builder.Configuration.GetSection(LocalHostOptions.Section).Get<LocalHostOptions>() ?? new LocalHostOptions();

        // Refuse wrong settings before anything is started.
        var catalog = FunctionCatalog.Read(setup.FunctionTypes);
        var schedules = catalog.Timers
            .Select(function => (Function: function, Schedule: ScheduleResolver.Resolve(function, builder.Configuration)))
            .ToList();
        var localServices = LocalServices.Plan(builder.Configuration, options.Azurite, setup.RepositoryRoot);

        var folder = localServices.IsEmpty && options.Key is { Length: > 0 } ? null : DataFolder.Open(DataFolderPath(options, setup));
        try
        {
            var banner = new Banner { DataFolder = folder?.Path };
            var key = Key(options, folder, banner);
            var settings = folder is null ? [] : await localServices.StartAsync(folder, cancellationToken);
            builder.Configuration.AddInMemoryCollection(settings);
            banner.Services = localServices.Describe();

            Configure(builder, setup, options);
            foreach (var (function, schedule) in schedules)
            {
                builder.Services.AddSingleton<IHostedService>(services =>
                    ActivatorUtilities.CreateInstance<TimerService>(services, function, schedule));
            }

            builder.Services.AddSingleton<IHostedService>(services =>
                ActivatorUtilities.CreateInstance<ServiceMonitor>(services, localServices));
            setup.Configure?.Invoke(builder);

            var app = builder.Build();
            app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerUnexpectedAsync });
            app.UseRouting();
            app.UseNotFoundForWrongMethods();
            app.MapFunctions(catalog.Http, key);
            return new LocalHostApplication(app, localServices, folder, banner);
        }
        catch
        {
            await localServices.DisposeAsync();
            folder?.Dispose();
            throw;
        }
    }

    private static void Configure(WebApplicationBuilder builder, LocalHostSetup setup, LocalHostOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = ShutdownTimeout;
            // Requests finish while timers are told to stop.
            host.ServicesStopConcurrently = true;
        });

        setup.AddApplication(builder.Services, builder.Configuration);
        builder.Services.AddPayshiftTelemetry(builder.Configuration, telemetry => telemetry
            .ConfigureResource(resource => resource.AddService("payshift", autoGenerateServiceInstanceId: false).AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation()));
        builder.Services.TryAddSingleton(TimeProvider.System);
        if (options.SampleHandler)
        {
            builder.Services.AddSingleton<IWebhookBatchHandler, SampleBatchHandler>();
        }
    }

    private static HostKey Key(LocalHostOptions options, DataFolder? folder, Banner banner)
    {
        if (options.Key is { Length: > 0 } configured)
        {
            return new HostKey(configured);
        }

        var (key, isNew) = HostKeyFile.ReadOrCreate(folder!.KeyFile);
        (banner.KeyFile, banner.NewKey) = (folder.KeyFile, isNew ? key : null);
        return new HostKey(key);
    }

    private static string DataFolderPath(LocalHostOptions options, LocalHostSetup setup) => Path.GetFullPath(
        options.DataFolder is { Length: > 0 } configured
            ? configured
            : Path.Combine(setup.RepositoryRoot ?? Environment.CurrentDirectory, ".payshift"));

    private static Task AnswerUnexpectedAsync(HttpContext context) =>
        Results.Problem(statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(context);
}
