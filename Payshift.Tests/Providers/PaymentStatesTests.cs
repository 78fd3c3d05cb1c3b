using Payshift.Core.Providers.Adyen;
using Payshift.Core.Providers.Braintree;
using Payshift.Core.Providers.Checkout;
using Payshift.Core.Providers.Coinbase;
using Payshift.Core.Providers.Flutterwave;
using Payshift.Core.Providers.GoCardless;
using Payshift.Core.Providers.LemonSqueezy;
using Payshift.Core.Providers.Monnify;
using Payshift.Core.Providers.Mpesa;
using Payshift.Core.Providers.Paddle;
using Payshift.Core.Providers.Paystack;
using Payshift.Core.Providers.Razorpay;
using Payshift.Core.Providers.Square;
using Payshift.Core.Providers.StandardWebhooks;
using Payshift.Core.Providers.Stripe;

namespace Payshift.Tests.Providers;

/// <summary>The payment's state and links that events report, by each provider's documentation.</summary>
public sealed class PaymentStatesTests
{
    [Theory]
    [InlineData("payment_intent.created", "{}", PaymentState.Pending)]
    [InlineData("payment_intent.amount_capturable_updated", "{}", PaymentState.Authorized)]
    [InlineData("payment_intent.payment_failed", "{}", PaymentState.Failed)]
    [InlineData("payment_intent.canceled", "{}", PaymentState.Canceled)]
    [InlineData("payment_intent.succeeded", "{}", PaymentState.Succeeded)]
    [InlineData("charge.succeeded", """{"captured":true}""", PaymentState.Succeeded)]
    [InlineData("charge.succeeded", """{"captured":false}""", PaymentState.Authorized)]
    [InlineData("charge.captured", "{}", PaymentState.Succeeded)]
    [InlineData("charge.expired", "{}", PaymentState.Expired)]
    [InlineData("charge.refunded", """{"refunded":true}""", PaymentState.Refunded)]
    [InlineData("charge.refunded", """{"refunded":false}""", PaymentState.PartiallyRefunded)]
    [InlineData("charge.refund.updated", """{"status":"failed"}""", PaymentState.Succeeded)]
    [InlineData("charge.refund.updated", """{"status":"succeeded"}""", null)]
    [InlineData("charge.dispute.created", """{"status":"needs_response"}""", PaymentState.Disputed)]
    [InlineData("charge.dispute.closed", """{"status":"won"}""", PaymentState.Succeeded)]
    [InlineData("charge.dispute.closed", """{"status":"lost"}""", PaymentState.ChargedBack)]
    [InlineData("charge.dispute.funds_reinstated", """{"status":"under_review"}""", PaymentState.Succeeded)]
    [InlineData("checkout.session.completed", """{"payment_status":"paid"}""", PaymentState.Succeeded)]
    [InlineData("checkout.session.completed", """{"payment_status":"unpaid"}""", null)]
    [InlineData("checkout.session.async_payment_failed", "{}", PaymentState.Failed)]
    [InlineData("charge.updated", "{}", null)]
    [InlineData("payout.paid", "{}", null)]
    [InlineData("customer.updated", "{}", null)]
    public void Stripe(string type, string subject, PaymentState? expected) => AssertState(
        expected, new StripeProvider(), $$"""{"id":"evt_1","type":"{{type}}","data":{"object":{{subject}} } }""");

    [Theory]
    [InlineData("AUTHORISATION", "true", PaymentState.Authorized)]
    [InlineData("AUTHORISATION", "false", PaymentState.Failed)]
    [InlineData("CAPTURE", "true", PaymentState.Succeeded)]
    [InlineData("CAPTURE", "false", null)]
    [InlineData("CAPTURE_FAILED", "true", PaymentState.Failed)]
    [InlineData("CANCELLATION", "true", PaymentState.Canceled)]
    [InlineData("REFUND", "true", PaymentState.Refunded)]
    [InlineData("REFUND", "false", null)]
    [InlineData("REFUND_FAILED", "true", PaymentState.Succeeded)]
    [InlineData("NOTIFICATION_OF_CHARGEBACK", "true", PaymentState.Disputed)]
    [InlineData("CHARGEBACK", "true", PaymentState.ChargedBack)]
    [InlineData("CHARGEBACK_REVERSED", "true", PaymentState.Succeeded)]
    [InlineData("OFFER_CLOSED", "true", PaymentState.Expired)]
    [InlineData("REPORT_AVAILABLE", "true", null)]
    public void Adyen(string code, string success, PaymentState? expected) => AssertState(
        expected,
        new AdyenProvider(),
        $$$"""{"notificationItems":[{"NotificationRequestItem":{"eventCode":"{{{code}}}","pspReference":"1","success":"{{{success}}}"}}]}""");

    [Theory]
    [InlineData("PAYMENT.AUTHORIZATION.CREATED", "{}", PaymentState.Authorized)]
    [InlineData("PAYMENT.AUTHORIZATION.VOIDED", "{}", PaymentState.Canceled)]
    [InlineData("PAYMENT.CAPTURE.DENIED", "{}", PaymentState.Failed)]
    [InlineData("PAYMENT.CAPTURE.COMPLETED", "{}", PaymentState.Succeeded)]
    [InlineData("PAYMENT.CAPTURE.REFUNDED", "{}", PaymentState.Refunded)]
    [InlineData("PAYMENT.SALE.REVERSED", "{}", PaymentState.ChargedBack)]
    [InlineData("CUSTOMER.DISPUTE.CREATED", "{}", PaymentState.Disputed)]
    [InlineData("CUSTOMER.DISPUTE.RESOLVED", """{"dispute_outcome":{"outcome_code":"RESOLVED_BUYER_FAVOUR"}}""", PaymentState.ChargedBack)]
    [InlineData("CUSTOMER.DISPUTE.RESOLVED", """{"dispute_outcome":{"outcome_code":"RESOLVED_SELLER_FAVOUR"}}""", PaymentState.Succeeded)]
    [InlineData("BILLING.PLAN.CREATED", "{}", null)]
    public void PayPal(string type, string resource, PaymentState? expected) => AssertState(
        expected, AllProviders.Find("paypal")!, $$"""{"id":"WH-1","event_type":"{{type}}","resource":{{resource}}}""");

    [Theory]
    [InlineData("charge.success", "{}", PaymentState.Succeeded)]
    [InlineData("refund.processed", """{"amount":"500"}""", PaymentState.Refunded)]
    [InlineData("refund.processed", """{"amount":"500","transaction":{"amount":1000}}""", PaymentState.PartiallyRefunded)]
    [InlineData("refund.pending", "{}", null)]
    [InlineData("charge.dispute.create", "{}", PaymentState.Disputed)]
    [InlineData("charge.dispute.resolve", """{"resolution":"merchant-accepted"}""", PaymentState.ChargedBack)]
    [InlineData("charge.dispute.resolve", """{"resolution":"declined"}""", PaymentState.Succeeded)]
    [InlineData("invoice.payment_failed", "{}", PaymentState.Failed)]
    [InlineData("transfer.success", "{}", null)]
    public void Paystack(string type, string data, PaymentState? expected) => AssertState(
        expected, new PaystackProvider(), $$"""{"event":"{{type}}","data":{{data}}}""");

    [Theory]
    [InlineData("event", "charge.completed", "successful", PaymentState.Succeeded)]
    [InlineData("event", "charge.completed", "failed", PaymentState.Failed)]
    [InlineData("type", "charge.completed", "succeeded", PaymentState.Succeeded)]
    [InlineData("type", "charge.completed", "pending", PaymentState.Pending)]
    [InlineData("type", "refund.completed", "succeeded", PaymentState.Refunded)]
    [InlineData("event", "transfer.completed", "SUCCESSFUL", null)]
    public void Flutterwave(string field, string type, string status, PaymentState? expected) => AssertState(
        expected, new FlutterwaveProvider(), $$$"""{"{{{field}}}":"{{{type}}}","data":{"id":1,"status":"{{{status}}}"}}""");

    [Theory]
    [InlineData("payment.authorized", "{}", PaymentState.Authorized)]
    [InlineData("payment.captured", "{}", PaymentState.Succeeded)]
    [InlineData("payment.failed", "{}", PaymentState.Failed)]
    [InlineData("refund.created", "{}", null)]
    [InlineData("refund.processed", """{"refund_status":"partial"}""", PaymentState.PartiallyRefunded)]
    [InlineData("refund.processed", """{"refund_status":"full"}""", PaymentState.Refunded)]
    [InlineData("payment.dispute.created", "{}", PaymentState.Disputed)]
    [InlineData("payment.dispute.lost", "{}", PaymentState.ChargedBack)]
    [InlineData("payment.dispute.won", "{}", PaymentState.Succeeded)]
    [InlineData("payment.downtime.started", "{}", null)]
    public void Razorpay(string type, string payment, PaymentState? expected) => AssertState(
        expected, new RazorpayProvider(), $$"""{"event":"{{type}}","payload":{"payment":{"entity":{{payment}} } } }""");

    [Theory]
    [InlineData("""{"payment":{"status":"APPROVED"}}""", PaymentState.Authorized)]
    [InlineData("""{"payment":{"status":"COMPLETED","total_money":{"amount":100}}}""", PaymentState.Succeeded)]
    [InlineData("""{"payment":{"status":"COMPLETED","total_money":{"amount":100},"refunded_money":{"amount":40}}}""", PaymentState.PartiallyRefunded)]
    [InlineData("""{"payment":{"status":"COMPLETED","total_money":{"amount":100},"refunded_money":{"amount":100}}}""", PaymentState.Refunded)]
    [InlineData("""{"payment":{"status":"CANCELED"}}""", PaymentState.Canceled)]
    [InlineData("""{"refund":{"status":"PENDING"}}""", null)]
    [InlineData("""{"refund":{"status":"COMPLETED"}}""", PaymentState.Refunded)]
    [InlineData("""{"dispute":{"state":"EVIDENCE_REQUIRED"}}""", PaymentState.Disputed)]
    [InlineData("""{"dispute":{"state":"LOST"}}""", PaymentState.ChargedBack)]
    [InlineData("""{"customer":{"id":"1"}}""", null)]
    public void Square(string found, PaymentState? expected) => AssertState(
        expected, new SquareProvider(), $$$"""{"event_id":"1","type":"payment.updated","data":{"object":{{{found}}}}}""");

    [Theory]
    [InlineData("payment_approved", "{}", PaymentState.Authorized)]
    [InlineData("payment_declined", "{}", PaymentState.Failed)]
    [InlineData("payment_captured", "{}", PaymentState.Succeeded)]
    [InlineData("payment_capture_declined", "{}", null)]
    [InlineData("payment_voided", "{}", PaymentState.Canceled)]
    [InlineData("payment_refunded", """{"balances":{"total_captured":100,"total_refunded":100}}""", PaymentState.Refunded)]
    [InlineData("payment_refunded", """{"balances":{"total_captured":100,"total_refunded":30}}""", PaymentState.PartiallyRefunded)]
    [InlineData("dispute_received", "{}", PaymentState.Disputed)]
    [InlineData("dispute_won", "{}", PaymentState.Succeeded)]
    [InlineData("dispute_expired", "{}", PaymentState.ChargedBack)]
    public void Checkout(string type, string data, PaymentState? expected) => AssertState(
        expected, new CheckoutProvider(), $$"""{"id":"evt_1","type":"{{type}}","data":{{data}}}""");

    [Theory]
    [InlineData("charge:created", PaymentState.Pending)]
    [InlineData("charge:confirmed", PaymentState.Succeeded)]
    [InlineData("charge:failed", PaymentState.Failed)]
    [InlineData("invoice:created", null)]
    public void Coinbase(string type, PaymentState? expected) => AssertState(
        expected, new CoinbaseProvider(), $$$"""{"event":{"id":"1","type":"{{{type}}}"}}""");

    [Theory]
    [InlineData("payments", "created", PaymentState.Pending)]
    [InlineData("payments", "confirmed", PaymentState.Succeeded)]
    [InlineData("payments", "failed", PaymentState.Failed)]
    [InlineData("payments", "cancelled", PaymentState.Canceled)]
    [InlineData("payments", "charged_back", PaymentState.ChargedBack)]
    [InlineData("payments", "chargeback_cancelled", PaymentState.Succeeded)]
    [InlineData("refunds", "paid", PaymentState.Refunded)]
    [InlineData("mandates", "cancelled", null)]
    [InlineData("payouts", "paid", null)]
    public void GoCardless(string resource, string action, PaymentState? expected) => AssertState(
        expected, new GoCardlessProvider(), $$"""{"events":[{"id":"EV1","resource_type":"{{resource}}","action":"{{action}}"}]}""");

    [Theory]
    [InlineData("order_created", "paid", PaymentState.Succeeded)]
    [InlineData("order_created", "pending", PaymentState.Pending)]
    [InlineData("order_refunded", "refunded", PaymentState.Refunded)]
    [InlineData("order_refunded", "partial_refund", PaymentState.PartiallyRefunded)]
    [InlineData("subscription_payment_failed", "pending", PaymentState.Failed)]
    [InlineData("subscription_updated", "active", null)]
    public void LemonSqueezy(string type, string status, PaymentState? expected) => AssertState(
        expected, new LemonSqueezyProvider(), $$"""{"meta":{"event_name":"{{type}}"},"data":{"id":"1","attributes":{"status":"{{status}}"} } }""");

    [Theory]
    [InlineData("payment.authorized", "{}", PaymentState.Authorized)]
    [InlineData("payment.paid", "{}", PaymentState.Succeeded)]
    [InlineData("payment.paid", """{"amount":{"value":"10.00"},"amountRefunded":{"value":"0.00"}}""", PaymentState.Succeeded)]
    [InlineData("payment.paid", """{"amount":{"value":"10.00"},"amountRefunded":{"value":"9.99"}}""", PaymentState.PartiallyRefunded)]
    [InlineData("payment.paid", """{"amount":{"value":"10.00"},"amountRefunded":{"value":"10.00"}}""", PaymentState.Refunded)]
    [InlineData("payment.paid", """{"amount":{"value":"10.00"},"amountChargedBack":{"value":"10.00"}}""", PaymentState.ChargedBack)]
    [InlineData("payment.expired", "{}", PaymentState.Expired)]
    [InlineData("refund.refunded", "{}", PaymentState.Refunded)]
    [InlineData("refund.pending", "{}", null)]
    [InlineData("payout.paid", "{}", null)]
    public void Mollie(string type, string entity, PaymentState? expected) => AssertState(
        expected, AllProviders.Find("mollie")!, $$$"""{"id":"event_1","type":"{{{type}}}","_embedded":{"entity":{{{entity}}}}}""");

    [Theory]
    [InlineData("SUCCESSFUL_TRANSACTION", "PAID", PaymentState.Succeeded)]
    [InlineData("SUCCESSFUL_TRANSACTION", "PARTIALLY_PAID", PaymentState.Pending)]
    [InlineData("SUCCESSFUL_REFUND", "", PaymentState.Refunded)]
    [InlineData("FAILED_REFUND", "", null)]
    [InlineData("SETTLEMENT", "", null)]
    public void Monnify(string type, string status, PaymentState? expected) => AssertState(
        expected, new MonnifyProvider(), $$$"""{"eventType":"{{{type}}}","eventData":{"paymentStatus":"{{{status}}}"}}""");

    [Theory]
    [InlineData(0, PaymentState.Succeeded)]
    [InlineData(1, PaymentState.Failed)]
    [InlineData(1019, PaymentState.Expired)]
    [InlineData(1032, PaymentState.Canceled)]
    public void Mpesa(int result, PaymentState? expected) => AssertState(
        expected, new MpesaProvider(), $$"""{"Body":{"stkCallback":{"CheckoutRequestID":"1","ResultCode":{{result}} } } }""");

    [Theory]
    [InlineData("transaction.created", """{"status":"draft"}""", PaymentState.Pending)]
    [InlineData("transaction.completed", """{"status":"completed"}""", PaymentState.Succeeded)]
    [InlineData("transaction.updated", """{"status":"completed"}""", PaymentState.Succeeded)]
    [InlineData("transaction.payment_failed", """{"status":"ready"}""", PaymentState.Failed)]
    [InlineData("transaction.canceled", """{"status":"canceled"}""", PaymentState.Canceled)]
    [InlineData("adjustment.updated", """{"action":"refund","type":"partial","status":"approved"}""", PaymentState.PartiallyRefunded)]
    [InlineData("adjustment.updated", """{"action":"refund","type":"full","status":"approved"}""", PaymentState.Refunded)]
    [InlineData("adjustment.created", """{"action":"refund","type":"full","status":"pending_approval"}""", null)]
    [InlineData("adjustment.created", """{"action":"chargeback","status":"approved"}""", PaymentState.ChargedBack)]
    [InlineData("customer.created", """{"status":"active"}""", null)]
    public void Paddle(string type, string data, PaymentState? expected) => AssertState(
        expected, new PaddleProvider(), $$"""{"event_id":"evt_1","event_type":"{{type}}","data":{{data}}}""");

    [Theory]
    [InlineData("payment.succeeded", PaymentState.Succeeded)]
    [InlineData("payment.refunded", PaymentState.Refunded)]
    [InlineData("contact.created", null)]
    public void StandardWebhooks(string type, PaymentState? expected) => AssertState(
        expected, new StandardWebhooksProvider(), $$"""{"type":"{{type}}","data":{} }""");

    [Theory]
    [InlineData("transaction_settled", "<type>sale</type>", PaymentState.Succeeded)]
    [InlineData("transaction_settled", "<type>credit</type>", PaymentState.Refunded)]
    [InlineData("transaction_settlement_declined", "", PaymentState.Failed)]
    [InlineData("transaction_disbursed", "", null)]
    [InlineData("dispute_opened", "", PaymentState.Disputed)]
    [InlineData("dispute_lost", "", PaymentState.ChargedBack)]
    [InlineData("dispute_won", "", PaymentState.Succeeded)]
    [InlineData("check", "", null)]
    public void Braintree(string kind, string transaction, PaymentState? expected) =>
        Assert.Equal(expected, ReadBraintree(kind, transaction).State);

    [Fact]
    public void Braintree_links_by_order_and_customer_of_the_transaction()
    {
        var webhook = ReadBraintree("transaction_settled", "<id>t1</id><order-id>ORD-1</order-id><customer><id>c1</id><email>jo@example.com</email></customer>");

        Assert.Equal(("t1", "ORD-1", "c1"), (webhook.PaymentReference, webhook.OrderReference, webhook.CustomerReference));
    }

    [Theory]
    [InlineData("stripe", """{"id":"evt_1","type":"charge.succeeded","data":{"object":{"customer":{"id":"cus_1"},"invoice":"in_1","metadata":{}}}}""", "in_1", "cus_1")]
    [InlineData("stripe", """{"id":"evt_1","type":"charge.succeeded","data":{"object":{"customer":"cus_1","invoice":"in_1","metadata":{"order_id":"ORD-1","customer_id":"7"}}}}""", "ORD-1", "7")]
    [InlineData("stripe", """{"id":"evt_1","type":"checkout.session.completed","data":{"object":{"client_reference_id":"cart-1"}}}""", "cart-1", null)]
    [InlineData("paystack", """{"event":"charge.success","data":{"metadata":{"order_id":7},"customer":{"email":"jo@example.com","customer_code":"CUS_1"}}}""", "7", "CUS_1")]
    [InlineData("paystack", """{"event":"refund.processed","data":{"customer":{"email":"jo@example.com"}}}""", null, null)]
    [InlineData("flutterwave", """{"event":"charge.completed","data":{"id":1,"customer":{"id":42,"email":"jo@example.com"}},"meta_data":{"order_id":"ORD-1"}}""", "ORD-1", "42")]
    [InlineData("adyen", """{"notificationItems":[{"NotificationRequestItem":{"eventCode":"REFUND","pspReference":"1","merchantReference":"ORD-1","additionalData":{"shopperReference":"shopper-1"}}}]}""", "ORD-1", "shopper-1")]
    [InlineData("paypal", """{"id":"1","event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"invoice_id":"INV-1","custom_id":"c","payer":{"payer_id":"PAYER1","email_address":"jo@example.com"}}}""", "INV-1", "PAYER1")]
    [InlineData("paypal", """{"id":"1","event_type":"CHECKOUT.ORDER.APPROVED","resource":{"purchase_units":[{"custom_id":"ORD-1"}]}}""", "ORD-1", null)]
    [InlineData("paypal", """{"id":"1","event_type":"CUSTOMER.DISPUTE.CREATED","resource":{"disputed_transactions":[{"invoice_number":"INV-1"}]}}""", "INV-1", null)]
    [InlineData("square", """{"event_id":"1","type":"payment.updated","data":{"object":{"payment":{"reference_id":"ORD-1","order_id":"o","customer_id":"C1"}}}}""", "ORD-1", "C1")]
    [InlineData("mollie", """{"id":"event_1","type":"payment.paid","_embedded":{"entity":{"metadata":{"order_id":"ORD-1"},"customerId":"cst_1"}}}""", "ORD-1", "cst_1")]
    [InlineData("gocardless", """{"events":[{"id":"EV1","resource_type":"payments","action":"paid_out","links":{"payment":"PM1","customer":"CU1"},"resource_metadata":{"order_id":"ORD-1"}}]}""", "ORD-1", "CU1")]
    [InlineData("paddle", """{"event_id":"1","event_type":"transaction.paid","data":{"id":"txn_1","customer_id":"ctm_1","custom_data":{"order_id":"ORD-1"}}}""", "ORD-1", "ctm_1")]
    [InlineData("lemonsqueezy", """{"meta":{"event_name":"order_created","custom_data":{"order_ref":"ORD-1"}},"data":{"id":"1","attributes":{"customer_id":9,"user_email":"jo@example.com"}}}""", "ORD-1", "customers:9")]
    [InlineData("coinbase", """{"event":{"id":"1","type":"charge:confirmed","data":{"metadata":{"order_id":"ORD-1","customer_id":"c1"}}}}""", "ORD-1", "c1")]
    [InlineData("monnify", """{"eventType":"SUCCESSFUL_TRANSACTION","eventData":{"metaData":{"orderId":"ORD-1"},"customer":{"email":"jo@example.com"}}}""", "ORD-1", null)]
    [InlineData("checkout", """{"id":"1","type":"payment_captured","data":{"id":"pay_1","reference":"ORD-1","customer":{"id":"cus_1","email":"jo@example.com"}}}""", "ORD-1", "cus_1")]
    [InlineData("razorpay", """{"event":"payment.captured","payload":{"payment":{"entity":{"id":"pay_1","order_id":"order_1","customer_id":"cust_1","email":"jo@example.com"}}}}""", "order_1", "cust_1")]
    [InlineData("standardwebhooks", """{"type":"payment.succeeded","data":{"order_id":"ORD-1","customer":{"id":"c1"}}}""", "ORD-1", "c1")]
    public void Orders_and_customers(string provider, string body, string? order, string? customer)
    {
        var webhook = Read(AllProviders.Find(provider)!, body);

        Assert.Equal((order, customer), (webhook.OrderReference, webhook.CustomerReference));
    }

    [Fact]
    public void A_refund_at_Mollie_meets_its_payment() => Assert.Equal(
        "tr_1",
        Read(
            AllProviders.Find("mollie")!,
            """{"id":"event_1","type":"refund.refunded","entityId":"re_1","_embedded":{"entity":{"id":"re_1","paymentId":"tr_1"}}}""").PaymentReference);

    private static void AssertState(PaymentState? expected, IWebhookProvider provider, string body) =>
        Assert.Equal(expected, Read(provider, body).State);

    private static WebhookEvent Read(IWebhookProvider provider, string body) => Deliveries.Read(
        provider, body, ("webhook-id", "msg_1"), ("webhook-timestamp", "1"), ("webhook-signature", "v1,x"));

    private static WebhookEvent ReadBraintree(string kind, string transaction)
    {
        var document = $"<notification><kind>{kind}</kind><subject><transaction>{transaction}</transaction></subject></notification>";
        return Deliveries.Read(new BraintreeProvider(), $"bt_payload={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(document)))}");
    }
}
