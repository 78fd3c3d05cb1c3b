using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Payshift.Core.Cleanup;
using Payshift.Core.Cleanup.Retention;
using Payshift.Core.Cleanup.Rollups;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Processing;
using Payshift.Core.Processing.Retries;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Adyen;
using Payshift.Core.Providers.Braintree;
using Payshift.Core.Providers.Checkout;
using Payshift.Core.Providers.Coinbase;
using Payshift.Core.Providers.Flutterwave;
using Payshift.Core.Providers.GoCardless;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.LemonSqueezy;
using Payshift.Core.Providers.Mollie;
using Payshift.Core.Providers.Monnify;
using Payshift.Core.Providers.Mpesa;
using Payshift.Core.Providers.Paddle;
using Payshift.Core.Providers.PayPal;
using Payshift.Core.Providers.Paystack;
using Payshift.Core.Providers.Razorpay;
using Payshift.Core.Providers.Signatures;
using Payshift.Core.Providers.Square;
using Payshift.Core.Providers.StandardWebhooks;
using Payshift.Core.Providers.Stripe;
using Payshift.Core.Queue;
using Payshift.Core.Receiving;
using Payshift.Core.Receiving.Inbox;
using Payshift.Core.Redis;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.CleanupMarks;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Inbox;
using Payshift.Core.Storage.Results;
using Payshift.Core.Storage.Rollups;
using Payshift.Core.Telemetry;
using Payshift.Core.Verification;
using Payshift.Core.Verification.Verifiers;

namespace Payshift.Core.Hosting;

/// <summary>The composition of Payshift for any host.</summary>
public static class PayshiftServiceCollectionExtensions
{
    /// <summary>Adds everything that Payshift decides with, and validates its settings when the host starts.</summary>
    /// <param name="configuration">Its section <c>Payshift</c> is read.</param>
    public static IServiceCollection AddPayshift(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPayshiftOptions(configuration.GetSection("Payshift"));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.AddMetrics();
        services.AddSingleton<PayshiftTelemetry>();

        services.AddSingleton<IWebhookProvider, StripeProvider>();
        services.AddSingleton<IWebhookProvider, PaystackProvider>();
        services.AddSingleton<IWebhookProvider, FlutterwaveProvider>();
        services.AddSingleton<IWebhookProvider>(provider => new StandardWebhooksProvider(provider.GetRequiredService<SignatureCache>()));
        services.AddSingleton<IWebhookProvider, CheckoutProvider>();
        services.AddSingleton<IWebhookProvider, CoinbaseProvider>();
        services.AddSingleton<IWebhookProvider, RazorpayProvider>();
        services.AddSingleton<IWebhookProvider, GoCardlessProvider>();
        services.AddSingleton<IWebhookProvider, LemonSqueezyProvider>();
        services.AddSingleton<IWebhookProvider, MonnifyProvider>();
        services.AddSingleton<IWebhookProvider, PaddleProvider>();
        services.AddSingleton<IWebhookProvider, SquareProvider>();
        services.AddSingleton<IWebhookProvider, AdyenProvider>();
        services.AddSingleton<IWebhookProvider, BraintreeProvider>();
        services.AddSingleton<IWebhookProvider, MpesaProvider>();
        services.AddSingleton<IWebhookProvider, MollieProvider>();
        services.AddSingleton<IWebhookProvider>(provider => new PayPalProvider(
            provider.GetRequiredService<IProviderFetcher>(), trustedRoots: null, provider.GetRequiredService<SignatureCache>()));
        services.AddSingleton(provider => new SignatureCache(provider.GetRequiredService<IOptions<ReceivingOptions>>().Value.SignatureCacheSize));
        services.AddSingleton<IProviderFetcher, ProviderFetcher>();
        services.AddSingleton<ProviderRegistry>();
        services.AddWithInternalConstructor<WebhookEnqueuer>();
        services.AddSingleton<WebhookReceiver>();

        services.AddSingleton<RedisConnection>();
        services.AddSingleton<IQueuePauses, QueuePauses>();
        services.AddSingleton<IWebhookQueue, RedisWebhookQueue>();
        services.AddSingleton<ICircuitRegistry, RedisCircuitRegistry>();

        services.AddSingleton<StorageCircuit>();
        services.AddSingleton<StorageGuard>();
        services.AddSingleton<TableConnection>();
        services.AddSingleton<ITableProbe>(provider => provider.GetRequiredService<TableConnection>());
        services.AddSingleton<IResultTable, ResultTable>();
        services.AddSingleton<IFailureTable, FailureTable>();
        services.AddSingleton<IBatchTable, BatchTable>();
        services.AddWithInternalConstructor<RollupTable>();
        services.AddWithInternalConstructor<AuditTable>();
        services.AddWithInternalConstructor<CleanupMarkTable>();
        services.AddSingleton<IInboxTable, InboxTable>();
        services.AddSingleton<RecordedWebhookFinder>();
        services.AddSingleton<InboxImporter>();

        services.AddVerifier(new StripeVerifier());
        services.AddVerifier(new PaystackVerifier());
        services.AddVerifier(new FlutterwaveVerifier());
        services.AddVerifier(new FlutterwaveV4Verifier());
        services.AddVerifier(new RazorpayVerifier());
        services.AddVerifier(new PaddleVerifier());
        services.AddVerifier(new SquareVerifier());
        services.AddVerifier(new MollieVerifier());
        services.AddVerifier(new GoCardlessVerifier());
        services.AddVerifier(new LemonSqueezyVerifier());
        services.AddVerifier(new PayPalVerifier());
        services.AddVerifier(new BraintreeVerifier());
        services.AddVerifier(new CheckoutVerifier());
        services.AddVerifier(new CoinbaseVerifier());
        services.AddVerifier(new MonnifyVerifier());
        services.AddSingleton<WebhookVerification>();
        services.AddSingleton<Confirmation>();
        services.AddHostedService<VerificationWarning>();

        services.TryAddSingleton<IWebhookBatchHandler, DefaultBatchHandler>();
        services.TryAddSingleton<IErrorClassifier, ErrorClassifier>();
        services.AddSingleton<ConcurrencyLimits>();
        services.AddSingleton<HandlerInvoker>();
        services.AddSingleton<RetryPolicies>();
        services.AddSingleton<SettlementPolicy>();
        services.AddSingleton<BatchSettler>();
        services.AddSingleton<BatchLeases>();
        services.AddSingleton<BatchTriage>();
        services.AddSingleton<BatchProcessor>();
        services.AddSingleton<BatchSizer>();
        services.AddSingleton<BatchRecorder>();
        services.AddWithInternalConstructor<QueueProcessor>();
        services.AddSingleton<HourRoller>();
        services.AddSingleton<PaymentExpiry>();
        services.AddSingleton<RetentionSweeper>();
        services.AddWithInternalConstructor<QueueCleaner>();
        services.AddSingleton<QueueGauges>();
        services.AddScaleOut(configuration);
        services.AddSingleton<PaymentReader>();
        services.AddOperations();
        return services;
    }

    private static void AddPayshiftOptions(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddValidated<RedisOptions>(section.GetSection("Redis"));
        services.AddValidated<ReceivingOptions>(section.GetSection("Receiving"));
        services.AddValidated<QueueOptions>(section.GetSection("Queue"));
        services.AddValidated<ProcessingOptions>(section.GetSection("Processing"));
        services.AddValidated<RetryOptions>(section.GetSection("Retry"));
        services.AddValidated<TableOptions>(section.GetSection("Tables"));
        services.AddValidated<RetentionOptions>(section.GetSection("Retention"));
        services.AddValidated<ProvidersOptions>(section.GetSection("Providers"));
        services.AddValidated<TelemetryOptions>(section.GetSection("Telemetry"));
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddSingleton<IValidateOptions<ProcessingOptions>, ProcessingOptionsValidator>();
        services.AddSingleton<IValidateOptions<RetryOptions>, RetryOptionsValidator>();
        services.AddSingleton<IValidateOptions<TableOptions>, TableOptionsValidator>();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddSingleton<IValidateOptions<ProvidersOptions>, ProvidersOptionsValidator>();
        services.AddSingleton<IValidateOptions<ProvidersOptions>, VerificationOptionsValidator>();
        services.AddSingleton<IValidateOptions<ProvidersOptions>, ProviderRetryValidator>();
    }

    private static void AddVerifier(this IServiceCollection services, PaymentVerifier verifier)
    {
        services.AddSingleton(verifier);
        services.AddVerificationClient(verifier);
    }
}
