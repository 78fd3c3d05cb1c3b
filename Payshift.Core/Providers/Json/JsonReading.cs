using System.Runtime.InteropServices;

namespace Payshift.Core.Providers.Json;

/// <summary>
/// The readers of JSON that do not trust its shape: a field that is missing or of another kind reads as null and throws
/// nothing. An absent element is <c>default</c>, and reading from it yields absent elements.
/// </summary>
internal static class JsonReading
{
    /// <summary>Rejects duplicate fields: one could be signed and the other read, here or by a reader of the payload.</summary>
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a body whose signatures cover fields instead of bytes.</summary>
    /// <exception cref="JsonException">The body is not JSON, or has a field twice.</exception>
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

    /// <returns>The property; absent if the element is not an object or has no such property.</returns>
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
            // A sibling's name contains half a surrogate pair, which the parser accepts and the lookup does not.
            return default;
        }
    }

    public static JsonElement First(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 ? element[0] : default;

    /// <returns>The string; null if it is not a string, blank or not Unicode.</returns>
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

    /// <returns>A string, or a number as written, without a conversion to floating point.</returns>
    public static string? Scalar(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetRawText() : element.Text();

    /// <returns>The id of the referenced object, given as an id or expanded to the object itself.</returns>
    public static string? Id(this JsonElement element) => element.Text() ?? element.Get("id").Text();

    /// <exception cref="MalformedDeliveryException">The field is missing or not text.</exception>
    public static string RequiredText(this JsonElement element, string name) =>
        element.Get(name).Text() ?? throw new MalformedDeliveryException($"The field {name} is missing or not text.");

    /// <exception cref="MalformedDeliveryException">The field is missing or not a list.</exception>
    public static JsonElement RequiredArray(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } list
            ? list
            : throw new MalformedDeliveryException($"The field {name} is missing or not a list.");

    /// <summary>Returns the element's own bytes within the body that it was parsed from, without copying them.</summary>
    public static ReadOnlyMemory<byte> Slice(this JsonElement element, ReadOnlyMemory<byte> body)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(element);
        return body.Span.Overlaps(bytes, out var offset) ? body.Slice(offset, bytes.Length) : bytes.ToArray();
    }

    /// <exception cref="MalformedDeliveryException">The body is JSON but not an object.</exception>
    public static JsonElement RequiredObject(this JsonDocument document) =>
        document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement
            : throw new MalformedDeliveryException("The body is not a JSON object.");
}
