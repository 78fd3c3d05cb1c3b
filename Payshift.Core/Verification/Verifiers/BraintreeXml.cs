using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>
/// The conversion of Braintree's XML to JSON, the format of other providers' responses: elements become fields, those of type
/// <c>array</c> or <c>collection</c> become lists, texts stay texts. Of several elements with one name the first is used.
/// </summary>
internal static class BraintreeXml
{
    /// <summary>The limit for nested elements. Genuine documents stay far below it.</summary>
    private const int MaxDepth = 32;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = VerificationConstants.MaxAnswerBytes,
    };

    /// <exception cref="JsonException">The text is not XML, has a document type, or is nested deeper than genuine documents.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var stream = new MemoryStream(text.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            var root = XDocument.Load(reader).Root!;
            return JsonSerializer.SerializeToElement(new JsonObject { [root.Name.LocalName] = Read(root, 1) });
        }
        catch (XmlException exception)
        {
            // The exception's message can quote the document.
            throw new JsonException("It is not XML.", exception);
        }
    }

    private static JsonNode Read(XElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new JsonException("It is nested too deep.");
        }

        if ((string?)element.Attribute("type") is "array" or "collection")
        {
            return new JsonArray([.. element.Elements().Select(child => Read(child, depth + 1))]);
        }

        if (!element.HasElements)
        {
            return JsonValue.Create(element.Value.Trim());
        }

        var fields = new JsonObject();
        foreach (var child in element.Elements())
        {
            fields.TryAdd(child.Name.LocalName, Read(child, depth + 1));
        }

        return fields;
    }
}
