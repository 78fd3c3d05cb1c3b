namespace Payshift.Core.Processing;

public enum WebhookOutcomeKind
{
    Succeeded,
    Transient,
    Permanent,
}
