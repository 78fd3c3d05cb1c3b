using System.Diagnostics;

namespace Payshift.Core.Storage;

/// <summary>A trace as the header <c>traceparent</c> of W3C trace context, version 00, writes it.</summary>
internal static class TraceParentText
{
    public static string Format(ActivityContext trace) =>
        $"00-{trace.TraceId.ToHexString()}-{trace.SpanId.ToHexString()}-{(byte)trace.TraceFlags:x2}";

    /// <returns>Null where it is none.</returns>
    public static ActivityContext? Parse(string? text) =>
        ActivityContext.TryParse(text, traceState: null, isRemote: true, out var trace) ? trace : null;
}
