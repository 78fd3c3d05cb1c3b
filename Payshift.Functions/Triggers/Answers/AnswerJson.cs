using System.Text.Json;
using System.Text.Json.Serialization;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Health;
using Payshift.Core.Processing;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Webhooks;

namespace Payshift.Functions.Triggers.Answers;

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
[JsonSerializable(typeof(AnalyticsAnswer))]
[JsonSerializable(typeof(AuditAnswer))]
[JsonSerializable(typeof(BatchesAnswer))]
[JsonSerializable(typeof(CleanupAnswer))]
[JsonSerializable(typeof(DeliveryAnswer))]
[JsonSerializable(typeof(FailureAnswer))]
[JsonSerializable(typeof(FailuresAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(PauseChangeAnswer))]
[JsonSerializable(typeof(PaymentAnswer))]
[JsonSerializable(typeof(ProcessAnswer))]
[JsonSerializable(typeof(RetriesAnswer))]
[JsonSerializable(typeof(RetryAnswer))]
[JsonSerializable(typeof(StatsAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
