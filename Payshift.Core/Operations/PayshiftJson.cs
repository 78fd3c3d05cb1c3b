using System.Text.Json.Serialization;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Health;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Processing;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Failures;

namespace Payshift.Core.Operations;

/// <summary>The JSON of every answer, the same in every host whatever its own JSON options are.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    // Numbers are written as numbers, and described so.
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(CamelCaseEnumConverter<QueueRunEnd>),
        typeof(CamelCaseEnumConverter<WebhookPriority>),
        typeof(CamelCaseEnumConverter<PaymentState>),
        typeof(CamelCaseEnumConverter<FailureStatus>),
        typeof(CamelCaseEnumConverter<HealthStatus>),
        typeof(CamelCaseEnumConverter<RetryResult>),
        typeof(CamelCaseEnumConverter<AnalyticsStep>),
        typeof(CamelCaseEnumConverter<AuditAction>),
        typeof(CamelCaseEnumConverter<AuditOutcome>),
    ])]
[JsonSerializable(typeof(AnalyticsResponse))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(BatchesResponse))]
[JsonSerializable(typeof(CleanupResponse))]
[JsonSerializable(typeof(DeliveryResponse))]
[JsonSerializable(typeof(FailureResponse))]
[JsonSerializable(typeof(FailurePage))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(HealthDetailResponse))]
[JsonSerializable(typeof(PauseResponse))]
[JsonSerializable(typeof(PaymentResponse))]
[JsonSerializable(typeof(ProcessResponse))]
[JsonSerializable(typeof(RetriesResponse))]
[JsonSerializable(typeof(RetryResponse))]
[JsonSerializable(typeof(StatsResponse))]
public sealed partial class PayshiftJson : JsonSerializerContext;
