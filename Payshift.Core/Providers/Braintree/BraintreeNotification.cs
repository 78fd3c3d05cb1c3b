using System.Xml;

namespace Payshift.Core.Providers.Braintree;

/// <summary>The XML document of a Braintree webhook, as texts by the path of their elements.</summary>
/// <seealso href="https://developer.paypal.com/braintree/docs/reference/general/webhooks/overview"/>
internal sealed class BraintreeNotification
{
    private const string Root = "notification";
    private const string Subject = "notification/subject/";

    /// <summary>The limits for nested elements and for texts. Genuine documents stay far below both.</summary>
    private const int MaxDepth = 32;
    private const int MaxTexts = 2000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 4 * 1024 * 1024,
    };

    private readonly List<KeyValuePair<string, string>> _texts = [];

    public string Kind => Text($"{Root}/kind") ?? throw new MalformedDeliveryException("The element kind is missing.");

    public DateTimeOffset? Time =>
        DateTimeOffset.TryParseExact(
            Text($"{Root}/timestamp"), "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : null;

    /// <summary>The transaction: the subject itself, or that of a subscription or dispute.</summary>
    public string? Reference => Below("/transaction/id") ?? Text($"{Subject}local-payment/payment-id") ?? Own("/id");

    public string? Order => Below("/transaction/order-id") ?? Own("/order-id");

    public string? Customer => Below("/transaction/customer/id");

    public bool IsCredit => Below("/transaction/type") == "credit";

    public string? Method => Below("/transaction/payment-instrument-type");

    public Money? Amount => Money.FromMajor(
        Text($"{Subject}dispute/amount-disputed") ?? Below("/transaction/amount") ?? Own("/amount"),
        Text($"{Subject}dispute/currency-iso-code") ?? Below("/transaction/currency-iso-code") ?? Own("/currency-iso-code"),
        CurrencyExponents.Iso4217);

    /// <exception cref="MalformedDeliveryException">The document is not XML, has a document type, or is far larger than genuine ones.</exception>
    public static BraintreeNotification Parse(ReadOnlySpan<byte> document)
    {
        var notification = new BraintreeNotification();
        try
        {
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(document)), Settings);
            notification.Read(reader);
        }
        catch (XmlException)
        {
            // The exception's message can quote the document.
            throw new MalformedDeliveryException("The field bt_payload is not XML.");
        }

        return notification;
    }

    private void Read(XmlReader reader)
    {
        var path = new Stack<string>();
        path.Push("");
        while (reader.Read())
        {
            if (path.Count > MaxDepth || _texts.Count > MaxTexts)
            {
                throw new MalformedDeliveryException("The field bt_payload has more elements than any notification.");
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !reader.IsEmptyElement:
                    path.Push(path.Peek().Length == 0 ? reader.LocalName : $"{path.Peek()}/{reader.LocalName}");
                    break;
                case XmlNodeType.EndElement:
                    path.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when !string.IsNullOrWhiteSpace(reader.Value):
                    _texts.Add(new(path.Peek(), reader.Value.Trim()));
                    break;
            }
        }
    }

    private string? Text(string path) => _texts.Where(text => text.Key == path).Select(text => text.Value).FirstOrDefault();

    private string? Below(string ending) => _texts
        .Where(text => text.Key.StartsWith(Subject, StringComparison.Ordinal) && text.Key.EndsWith(ending, StringComparison.Ordinal))
        .Select(text => text.Value)
        .FirstOrDefault();

    // Texts directly in the subject, whatever it is.
    private string? Own(string ending) => _texts
        .Where(text => text.Key.StartsWith(Subject, StringComparison.Ordinal) && text.Key.EndsWith(ending, StringComparison.Ordinal)
            && text.Key.AsSpan(Subject.Length).Count('/') == 1)
        .Select(text => text.Value)
        .FirstOrDefault();
}
