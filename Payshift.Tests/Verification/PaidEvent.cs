namespace Payshift.Tests.Verification;

/// <summary>The event by which each provider says that a payment was made: of 10.50, in its own words.</summary>
internal sealed record PaidEvent(string Provider, string Prefix, string EventType, string Status, string Template)
{
    public static IReadOnlyList<PaidEvent> All { get; } =
    [
        new("stripe", "pi_", "payment_intent.succeeded", "succeeded", """{"data":{"object":{"object":"payment_intent","id":"ID","created":SECONDS}}}"""),
        new("paystack", "ref_", "charge.success", "success", """{"event":"charge.success","data":{"reference":"ID","created_at":"ISO"}}"""),
        new("flutterwave", "tx_", "charge.completed", "successful", """{"event":"charge.completed","data":{"tx_ref":"ID","status":"successful","created_at":"ISO"}}"""),
        new("razorpay", "pay_", "payment.captured", "captured", """{"payload":{"payment":{"entity":{"id":"ID","amount":1050,"currency":"EUR","status":"captured","created_at":SECONDS}}}}"""),
        new("paddle", "txn_", "transaction.completed", "completed", """{"data":{"id":"ID"}}"""),
        new("square", "sq", "payment.updated", "COMPLETED", """{"data":{"object":{"payment":{"id":"ID","status":"COMPLETED","created_at":"ISO"}}}}"""),
        new("mollie", "tr_", "payment.paid", "paid", """{"type":"payment.paid","entityId":"ID"}"""),
        new("gocardless", "PM", "payments.confirmed", "confirmed", """{"links":{"payment":"ID"}}"""),
        new("lemonsqueezy", "9", "order_created", "paid", """{"data":{"type":"orders","id":"ID","attributes":{"status":"paid"}}}"""),
        new("flutterwave", "chg_", "charge.completed", "succeeded", """{"type":"charge.completed","data":{"id":"ID","status":"succeeded","created_datetime":"ISO"}}""")
        {
            Name = "flutterwave-v4",
        },
        new("braintree", "bt", "transaction_settled", "settled", """
            <notification><kind>transaction_settled</kind><subject><transaction>
            <id>ID</id><amount>10.50</amount><currency-iso-code>EUR</currency-iso-code></transaction></subject></notification>
            """),
        new("checkout", "pay_", "payment_captured", "Captured", """{"type":"payment_captured","data":{"id":"ID"}}"""),
        new("coinbase", "CC", "charge:confirmed", "COMPLETED", """{"event":{"type":"charge:confirmed","data":{"code":"ID"}}}"""),
        new("monnify", "MNFY|", "SUCCESSFUL_TRANSACTION", "PAID", """{"eventType":"SUCCESSFUL_TRANSACTION","eventData":{"transactionReference":"ID"}}"""),
        new("paypal", "cap", "PAYMENT.CAPTURE.COMPLETED", "COMPLETED", """{"resource":{"id":"ID"}}"""),
    ];

    /// <summary>The provider, with the version of its API where it has two.</summary>
    public string Name { get; init; } = Provider;

    public static PaidEvent Of(string name) => All.Single(paid => paid.Name == name);

    public Webhook Webhook(string name, DateTimeOffset at, long minor = 1050) => new()
    {
        Id = WebhookId.From(Provider, name),
        Provider = Provider,
        EventId = name,
        EventType = EventType,
        PaymentReference = Prefix + name,
        PaymentMethod = "card",
        Amount = Provider == "gocardless" ? null : new Money(minor, "EUR", 2),
        Priority = WebhookPriority.High,
        EventTime = at,
        ReceivedAt = at,
        Payload = Encoding.UTF8.GetBytes(Template
            .Replace("ID", Prefix + name, StringComparison.Ordinal)
            .Replace("SECONDS", $"{at.ToUnixTimeSeconds()}", StringComparison.Ordinal)
            .Replace("ISO", at.UtcDateTime.ToString("O"), StringComparison.Ordinal)),
    };

    public FakePayment Payment(string name, DateTimeOffset at) => new(Prefix + name, 1050, "EUR", Status, at);
}
