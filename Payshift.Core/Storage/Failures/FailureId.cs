namespace Payshift.Core.Storage.Failures;

/// <summary>The id of a failure, which also tells where its row lies: <c>{milliseconds of receipt}-{webhook id}</c>.</summary>
public readonly record struct FailureId(DateTimeOffset ReceivedAt, WebhookId WebhookId)
{
    private const char Separator = '-';

    private static readonly long MaxTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static bool TryParse(string? text, out FailureId id)
    {
        id = default;
        var at = text?.IndexOf(Separator, StringComparison.Ordinal) ?? -1;
        if (at <= 0
            || !long.TryParse(text.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var millis)
            || millis > MaxTime
            || !WebhookId.TryParse(text![(at + 1)..], out var webhookId))
        {
            return false;
        }

        id = new FailureId(DateTimeOffset.FromUnixTimeMilliseconds(millis), webhookId);
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ReceivedAt.ToUnixTimeMilliseconds()}{Separator}{WebhookId}");
}
