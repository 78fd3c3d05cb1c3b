using System.Runtime.InteropServices;

namespace Payshift.Core.Providers.Json;

/// <summary>
/// The reading of a provider's JSON without trust in its shape: a missing field or one of another kind reads as null, never as
/// an exception. An absent element is <c>default</c>, and reading on from it yields absent elements.
/// </summary>
internal static class JsonReading
{
    /// <summary>A field given twice could be signed in one place and read in the other, here or by who reads the payload.</summary>
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a body whose signatures cover fields instead of bytes.</summary>
    /// <exception cref="JsonException">The body is no JSON, or has a field twice.</exception>
    public static JsonDocument ParseStrictly(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, NoDuplicates);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A name is not Unicode.", exception);
        }
    }

    /// <returns>The property, absent where the element is no object or has none of that name.</returns>
    public static JsonElement Get(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        try
        {
            return element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // A sibling's name holds half a surrogate pair, which the parser lets pass and the lookup does not.
            return default;
        }
    }

    public static JsonElement First(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 ? element[0] : default;

    /// <returns>The string, null where it is none, blank or not Unicode.</returns>
    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>A string, or a number as it is written: it passes through no floating point on its way.</returns>
    public static string? Scalar(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetRawText() : element.Text();

    /// <returns>The id of what is referred to, be it given as its id or expanded to the object that has it.</returns>
    public static string? Id(this JsonElement element) => element.Text() ?? element.Get("id").Text();

    /// <exception cref="MalformedDeliveryException">The field is missing or no text.</exception>
    public static string RequiredText(this JsonElement element, string name) =>
        element.Get(name).Text() ?? throw new MalformedDeliveryException($"The field {name} is missing or not text.");

    /// <exception cref="MalformedDeliveryException">The field is missing or no list.</exception>
    public static JsonElement RequiredArray(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } list
            ? list
            : throw new MalformedDeliveryException($"The field {name} is missing or not a list.");

    /// <summary>The element's own bytes within the body that it was parsed from, without copying them.</summary>
    public static ReadOnlyMemory<byte> Slice(this JsonElement element, ReadOnlyMemory<byte> body)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(element);
        return body.Span.Overlaps(bytes, out var offset) ? body.Slice(offset, bytes.Length) : bytes.ToArray();
    }

    /// <exception cref="MalformedDeliveryException">The body is JSON, but no object.</exception>
    public static JsonElement RequiredObject(this JsonDocument document) =>
        document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement
            : throw new MalformedDeliveryException("The body is not a JSON object.");
}
