using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>
/// Reads Braintree's XML into the form that the other providers' answers have: elements as fields, those of type
/// <c>array</c> or <c>collection</c> as lists, texts as they are. Of several elements of one name the first counts.
/// </summary>
internal static class BraintreeXml
{
    /// <summary>Genuine documents stay far below it.</summary>
    private const int MaxDepth = 32;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = VerificationConstants.MaxAnswerBytes,
    };

    /// <exception cref="JsonException">The text is no XML, has a document type, or is nested deeper than any genuine one.</exception>
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
            // Its own words can quote the document.
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
