using OpenTelemetry;
using OpenTelemetry.Logs;
using Payshift.Core.Webhooks;

namespace Payshift.Functions.Telemetry;

/// <summary>Masks card numbers in what others wrote into a log: exceptions of handlers above all.</summary>
internal sealed class LogScrubber : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.FormattedMessage is { } message)
        {
            data.FormattedMessage = SensitiveText.Mask(message);
        }

        if (data.Attributes is { } attributes && attributes.Any(attribute => attribute.Value is string text && IsSensitive(text)))
        {
            data.Attributes = [.. attributes.Select(attribute => attribute.Value is string text
                ? KeyValuePair.Create(attribute.Key, (object?)SensitiveText.Mask(text))
                : attribute)];
        }

        if (data.Exception is { } exception)
        {
            data.Exception = MaskedException.Of(exception);
        }
    }

    private static bool IsSensitive(string text) => SensitiveText.Mask(text) != text;
}
