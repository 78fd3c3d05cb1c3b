using Payshift.Core.Providers;

namespace Payshift.Tests.Providers;

/// <summary>Sample payloads that may lie beside the repository.</summary>
public sealed class SharedPayloadTests
{
    private const string ClassicPayment = """
        {"resource":"payment","id":"tr_5B8cwPMGnU6qLbRvo7qEZo","status":"paid","method":"ideal","amount":{"value":"10.00","currency":"EUR"},
         "createdAt":"2026-09-21T11:59:00+00:00","paidAt":"2026-09-21T12:00:00+00:00"}
        """;

    private static readonly Dictionary<string, string> Expected = new()
    {
        ["stripe-charge.succeeded"] = "pi_1PgafyB7WZ01zgkWSjxsAJo3 card 1.00 USD High 2009-02-13T23:31:30Z",
        ["stripe-checkout.session.completed"] = "pi_1PgafyB7WZ01zgkWSjxsAJo3 card - High 2009-02-13T23:31:30Z",
        ["stripe-customer.created"] = "cus_123 - - Low 2018-08-02T10:10:20Z",
        ["stripe-invoice"] = "in_1Pgc6tB7WZ01zgkWu9fdqL6I - 0.00 USD High 2009-02-13T23:31:30Z",
        ["stripe-payment_intent.succeeded"] = "pi_1PgafyB7WZ01zgkWSjxsAJo3 card 10.99 USD High 2009-02-13T23:31:30Z",
        ["paystack-charge.dispute.create"] = "v3mjfgbnc19v97x card 58.00 NGN Normal 2020-11-24T13:46:57Z",
        ["paystack-charge.success"] = "qTPrJoy9Bx card 100.00 NGN High 2016-09-30T21:10:19Z",
        ["paystack-dedicatedaccount.assign.success"] = "- - - Low -",
        ["paystack-invoice.payment_failed"] = "INV_3kfmqw48ca7b48k card - Normal 2019-03-25T14:00:03Z",
        ["paystack-paymentrequest.success"] = "PRQ_y0paeo93jh99mho - 100000.00 NGN High 2019-06-21T15:26:10Z",
        ["paystack-refund.processed"] = "T2154954_412829_3be32076_6lcg3 - 50.00 NGN Normal -",
        ["paystack-subscription.create"] = "SUB_vsyqdmlzble3uii - 500.00 NGN Normal 2016-10-01T10:59:59Z",
        ["paystack-transfer.failed"] = "1976435206 - 2000.00 NGN Normal 2021-04-12T15:41:21Z",
        ["paystack-transfer.success"] = "acv_9ee55786-2323-4760-98e2-6380c9cb3f68 - 1000.00 NGN Normal 2025-08-04T10:32:40Z",
        ["flutterwave-v3-charge.completed"] = "Links-616626414629 card 100.00 NGN High 2020-07-06T19:17:04Z",
        ["flutterwave-v4-charge.completed"] = "69a26371-53d1-4b34-8dfa-ae7a33092b9b mobile_money 200.00 GHS High 2025-01-30T15:16:54Z",
        ["flutterwave-v4-charge.completed-id"] = "49c3c6f5-aedd-4443-9eb4-92c51758f04a mobile_money 2500.00 KES High 2024-12-25T08:54:44Z",
        ["adyen-authorisation-true"] = "123456789 visa 101.00 EUR High 2017-01-19T15:42:03Z",
        ["adyen-authorisation-true-additional-attribute"] = "123456789 visa 101.00 EUR High 2017-01-19T15:42:03Z",
        ["adyen-cancellation-true"] = "8313547924770610 mc 5.00 EUR Normal 2018-03-05T08:08:05Z",
        ["adyen-capture-false"] = "ORIGINAL_PSP visa 236.23 USD Normal 2017-01-25T17:08:19Z",
        ["adyen-capture-refund-fail"] = "TEST_CUSTOM_881578412007338A mc 1.00 EUR Normal 2020-01-21T11:30:00Z",
        ["adyen-capture-true"] = "ORIGINAL_PSP visa 236.23 USD High 2017-01-25T17:08:19Z",
        ["adyen-chargeback"] = "9913333333333333 visa 10.00 EUR Normal 2018-03-23T12:55:31Z",
        ["adyen-merchant-webhook-payload"] = "VZ6GZ9MGQFJSKK65 mc 0.00 EUR High 2024-04-30T06:03:24Z",
        ["adyen-offer-closed"] = "8532565401975321 ideal 272.11 EUR Low 2019-04-29T12:05:30Z",
        ["adyen-refund-false"] = "ORIGINAL_PSP visa 15.00 EUR Normal 2017-02-17T10:04:07Z",
        ["adyen-refund-true"] = "ORIGINAL_PSP visa 15.00 EUR Normal 2017-02-17T10:11:44Z",
        ["braintree-check"] = "- - - Low 2026-01-15T12:00:00Z",
        ["braintree-dispute_opened"] = "my_id - 100.00 USD Normal 2026-01-15T12:00:00Z",
        ["braintree-local_payment_completed"] = "1 - - High 2026-01-15T12:00:00Z",
        ["braintree-subscription_charged_successfully"] = "my_id - - High 2026-01-15T12:00:00Z",
        ["braintree-subscription_charged_unsuccessfully"] = "my_id - - Normal 2026-01-15T12:00:00Z",
        ["braintree-transaction_disbursed"] = "my_id - - Normal 2026-01-15T12:00:00Z",
        ["braintree-transaction_settled"] = "my_id us_bank_account 100.00 USD High 2026-01-15T12:00:00Z",
        ["checkout-payment_approved"] = "pay_griq7wyqkggu7mnk7ecm6ysrl4 - 0.20 USD Normal 2023-05-22T11:56:04Z",
        ["coinbase-charge.created"] = "66BEOV2A crypto - Low 2017-01-31T20:49:02Z",
        ["gocardless-events"] = "SB0003JJQ2MR06 - - Low 2018-07-05T09:13:51Z | MD000AMA19XGEC - - Low 2018-07-05T09:13:56Z",
        ["gocardless-payments.confirmed"] = "PM123 - - High 2014-08-04T12:00:00Z",
        ["lemonsqueezy-order_created"] = "1 - 11.99 USD High 2021-08-17T09:45:53Z",
        ["mollie-classic"] = "tr_5B8cwPMGnU6qLbRvo7qEZo ideal 10.00 EUR High 2026-09-21T12:00:00Z",
        ["mollie-payment-link.paid"] = "pl_qng5gbbv8NAZ5gpM5ZYgx - 24.95 EUR High 2024-12-16T15:57:04Z",
        ["monnify-SUCCESSFUL_TRANSACTION"] = "0.01462001097368737 cash 78000.00 NGN High 2021-11-17T14:48:10Z",
        ["mpesa-stk-callback"] = "NLJ7RT61SV mpesa 1.00 KES High 2019-12-19T07:21:15Z",
        ["paddle-customer.created"] = "ctm_01hs0tqf76sxmp7ba5e4mw1sc8 - - Low 2024-03-15T10:32:38Z",
        ["paddle-customer.created-special-chars"] = "ctm_01hs0t94g83hs5jdw282ztqa4z - - Low 2024-03-15T10:24:48Z",
        ["paddle-transaction.completed"] = "txn_01hv8wptq8987qeep44cyrewp9 card 652.15 USD High 2024-04-12T10:38:00Z",
        ["paypal-PAYMENT.AUTHORIZATION.CREATED"] = "PAY-2XG59747K7884911VKWEXUKI paypal 6.00 USD Normal 2015-06-23T15:26:30Z",
        ["paypal-PAYMENT.CAPTURE.COMPLETED"] = "27M47624FP291604U paypal 2.51 USD High 2019-02-14T21:50:07Z",
        ["paypal-PAYMENT.SALE.COMPLETED"] = "PAY-1A142943SV880364LKVJEFPQ paypal 20.00 USD High 2015-05-12T18:14:14Z",
        ["razorpay-payment.authorized-card"] = "pay_DESp9bgForNoUd card 1.00 INR Normal 2023-08-11T06:35:48Z",
        ["razorpay-payment.authorized-netbanking"] = "pay_DESlfW9H8K9uqM netbanking 1.00 INR Normal 2019-09-05T09:10:06Z",
        ["razorpay-payment.authorized-sdk"] = "pay_6koWN7bvxujzxM card 10000.00 INR Normal 2014-05-23T06:32:40Z",
        ["razorpay-payment.authorized-upi"] = "pay_DESyzxuld02Zul upi 1.00 INR Normal 2019-09-05T09:22:36Z",
        ["razorpay-payment.authorized-wallets"] = "pay_DEStK8twGApHtW wallet 1.00 INR Normal 2019-09-05T09:17:17Z",
        ["razorpay-payment.captured-card"] = "pay_DESp9bgForNoUd card 1.00 INR High 2023-08-11T06:35:48Z",
        ["razorpay-payment.captured-netbanking"] = "pay_DESlfW9H8K9uqM netbanking 1.00 INR High 2019-09-05T09:10:06Z",
        ["razorpay-payment.captured-upi"] = "pay_DESyzxuld02Zul upi 1.00 INR High 2019-09-05T09:22:36Z",
        ["razorpay-payment.captured-wallets"] = "pay_DEStK8twGApHtW wallet 1.00 INR High 2019-09-05T09:17:17Z",
        ["razorpay-payment.failed-card"] = "pay_DESp9bgForNoUd card 1.00 INR Normal 2023-08-11T06:35:48Z",
        ["razorpay-payment.failed-netbanking"] = "pay_DEAU825sJlCbGa netbanking 500.00 INR Normal 2019-09-04T15:16:55Z",
        ["razorpay-payment.failed-upi"] = "pay_DESyzxuld02Zul upi 1.00 INR Normal 2019-09-05T09:22:36Z",
        ["razorpay-payment.failed-wallets"] = "pay_Epiu9wz2hXBGsJ wallet 100.00 INR Normal 2020-05-13T05:18:19Z",
        ["square-payment.created"] = "hYy9pRFVxpDsO1FB05SunFWUe9JZY card 1.00 USD Normal 2020-02-06T21:27:30Z",
        ["square-payment.updated"] = "hYy9pRFVxpDsO1FB05SunFWUe9JZY card 1.00 USD High 2020-02-06T21:27:34Z",
        ["square-refund.updated"] = "KkAkhdMsgzn59SM8A89WgKwekxLZY - 10.00 USD Normal 2020-02-06T22:14:16Z",
        ["standardwebhooks-contact.created"] = "1f81eb52-5198-4599-803e-771906343485 - - Normal 2022-11-03T20:26:10Z",
    };

    [SharedFilesFact]
    public void Every_sample_is_read_as_reviewed()
    {
        foreach (var provider in AllProviders.List)
        {
            foreach (var file in ProviderFiles.SharedPayloads(provider.Name))
            {
                var name = Path.GetFileNameWithoutExtension(file);
                Assert.True(Expected.TryGetValue(name, out var expected), $"{name} has not been reviewed.");
                Assert.Equal($"{name}: {expected}", $"{name}: {string.Join(" | ", provider.Extract(Delivery(file)).Select(Describe))}");
            }
        }
    }

    [SharedFilesFact]
    public void Every_sample_belongs_to_a_provider() => Assert.Equal(
        ProviderFiles.SharedPayloads("*").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        Expected.Keys.Order(StringComparer.Ordinal));

    [SharedFilesFact]
    public void Decoded_documents_are_the_payloads_of_their_forms()
    {
        foreach (var file in ProviderFiles.SharedPayloads("braintree"))
        {
            var webhook = Assert.Single(new BraintreeProvider().Extract(Delivery(file)));
            Assert.Equal(File.ReadAllText(Path.ChangeExtension(file, ".xml")), System.Text.Encoding.UTF8.GetString(webhook.Payload.Span));
        }
    }

    private static WebhookDelivery Delivery(string file) => Deliveries.Of(
        File.ReadAllBytes(file), ("webhook-id", "msg_1"), ("webhook-timestamp", "1"), ("webhook-signature", "v1,x")) with
    {
        // What Mollie's API says of the payment that the form names.
        Fetched = Path.GetFileName(file) == "mollie-classic.form" ? FakeFetcher.Found(ClassicPayment).Body : (ReadOnlyMemory<byte>?)null,
    };

    private static string Describe(WebhookEvent webhook) =>
        $"{webhook.PaymentReference ?? "-"} {webhook.PaymentMethod ?? "-"} {webhook.Amount?.ToString() ?? "-"} {webhook.Priority} "
        + (webhook.EventTime?.ToString("yyyy-MM-ddTHH:mm:ssZ") ?? "-");
}
