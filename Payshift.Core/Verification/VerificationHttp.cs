using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Payshift.Core.Verification;

/// <summary>The HTTP clients of providers' APIs, one each. They are limited in rate, time and size, follow no redirects and log no requests.</summary>
internal static class VerificationHttp
{
    public static string ClientName(string api) => $"payshift-verification-{api}";

    public static void AddVerificationClient(this IServiceCollection services, PaymentVerifier verifier)
    {
        services
            .AddHttpClient(ClientName(verifier.Api), client =>
            {
                client.Timeout = VerificationConstants.CallTimeout + VerificationConstants.AttemptTimeout;
                client.MaxResponseContentBufferSize = VerificationConstants.MaxAnswerBytes;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Payshift");
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would send the key to another address.
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(3),
                MaxConnectionsPerServer = 2 * VerificationConstants.Parallelism,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers()
            .AddResilienceHandler("verification", builder => Bound(builder, verifier.CallsPerSecond));
    }

    private static void Bound(ResiliencePipelineBuilder<HttpResponseMessage> builder, int callsPerSecond)
    {
        // Timeouts use the real clock, even if a test has stopped the injected one.
        builder.TimeProvider = TimeProvider.System;
        builder
            .AddTimeout(VerificationConstants.CallTimeout)
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(200),
                UseJitter = true,

                // If the provider states a Retry-After, the call is not repeated: the webhooks wait in the queue instead of the batch.
                ShouldRetryAfterHeader = false,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
                {
                    { Exception: { } exception } => exception is HttpRequestException,
                    { Result: { } response } => (int)response.StatusCode >= 500 && response.Headers.RetryAfter is null,
                    _ => false,
                }),
            })
            .AddRateLimiter(new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
            {
                TokenLimit = VerificationConstants.BurstCalls,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1) / callsPerSecond,
                QueueLimit = int.MaxValue,
            }))
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                MinimumThroughput = 10,
                FailureRatio = 0.5,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
            })
            .AddTimeout(VerificationConstants.AttemptTimeout);
    }
}
