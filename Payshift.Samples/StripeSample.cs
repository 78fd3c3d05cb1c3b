using System.Security.Cryptography;

namespace Payshift.Samples;

/// <summary>
/// Stripe's snapshot events. A charge has the full set of fields that Stripe sends, about 4 KB of compact JSON.
/// </summary>
/// <seealso href="https://docs.stripe.com/webhooks#verify-manually"/>
internal sealed class StripeSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "stripe";

    public override IReadOnlyList<string> EventTypes { get; } =
    [
        "charge.succeeded",
        "charge.failed",
        "charge.refunded",
        "payment_intent.succeeded",
        "payment_intent.payment_failed",
        "customer.created",
        "payout.paid",
    ];

    protected override string Currency => "USD";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = Ids.Token("evt_3", 23);
        var (reference, data) = sample.Type.Split('.')[0] switch
        {
            "charge" => Charge(sample),
            "payment_intent" => PaymentIntent(sample),
            "payout" => Payout(sample),
            _ => Customer(sample),
        };

        return new SampleContent(
            $$"""
            {
              "id": {{Text(eventId)}},
              "object": "event",
              "api_version": "2026-06-24.dahlia",
              "created": {{sample.Time.ToUnixTimeSeconds()}},
              "data": { "object": {{data}} },
              "livemode": false,
              "pending_webhooks": 1,
              "request": { "id": {{Text(Ids.Token("req_", 14))}}, "idempotency_key": {{Text(Ids.Guid().ToString())}} },
              "type": {{Text(sample.Type)}}
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        var timestamp = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), (byte)'.', .. body];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(request.Secret), signed));
        headers["Stripe-Signature"] = $"t={timestamp},v1={signature}";
    }

    private (string Reference, string Json) Charge(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Token("pi_3", 23);
        var charge = Ids.Token("ch_3", 23);
        var created = sample.Time.ToUnixTimeSeconds();
        var amount = sample.Amount.MinorUnits;
        var (succeeded, refunded) = (sample.Type != "charge.failed", sample.Type == "charge.refunded");
        return (reference,
            $$"""
            {
              "id": {{Text(charge)}},
              "object": "charge",
              "amount": {{amount}},
              "amount_captured": {{(succeeded ? amount : 0)}},
              "amount_refunded": {{(refunded ? amount : 0)}},
              "application": null,
              "application_fee": null,
              "application_fee_amount": null,
              "balance_transaction": {{(succeeded ? Text(Ids.Token("txn_3", 23)) : "null")}},
              "billing_details": {
                "address": {
                  "city": "Lisbon",
                  "country": "PT",
                  "line1": "Rua das Flores 27",
                  "line2": null,
                  "postal_code": "1200-192",
                  "state": null
                },
                "email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}},
                "name": "Amelia Duarte",
                "phone": "+351 900 000 000",
                "tax_id": null
              },
              "calculated_statement_descriptor": "PAYSHIFT SAMPLE SHOP",
              "captured": {{(succeeded ? "true" : "false")}},
              "created": {{created}},
              "currency": {{Text(LowerCurrency(sample))}},
              "customer": {{Text(Ids.Token("cus_", 14))}},
              "description": {{Text($"Order {Ids.Digits(8)} at the sample shop")}},
              "destination": null,
              "dispute": null,
              "disputed": false,
              "failure_balance_transaction": null,
              "failure_code": {{(succeeded ? "null" : "\"card_declined\"")}},
              "failure_message": {{(succeeded ? "null" : "\"Your card was declined.\"")}},
              "fraud_details": {},
              "invoice": null,
              "level3": {
                "customer_reference": {{Text(Ids.Digits(12))}},
                "line_items": [
                  {
                    "discount_amount": 0,
                    "product_code": {{Text(Ids.Token("SKU-", 8))}},
                    "product_description": "Ceramic mug, 350 ml",
                    "quantity": 2,
                    "tax_amount": 0,
                    "unit_cost": {{amount / 4}}
                  },
                  {
                    "discount_amount": 0,
                    "product_code": {{Text(Ids.Token("SKU-", 8))}},
                    "product_description": "Pour-over coffee dripper",
                    "quantity": 1,
                    "tax_amount": 0,
                    "unit_cost": {{amount - (amount / 4 * 2)}}
                  }
                ],
                "merchant_reference": {{Text(Ids.Digits(12))}},
                "shipping_address_zip": "1200-192",
                "shipping_amount": 0,
                "shipping_from_zip": "4000-012"
              },
              "livemode": false,
              "metadata": {
                "order_id": {{Text(Ids.Digits(10))}},
                "cart_id": {{Text(Ids.Guid().ToString())}},
                "channel": "web",
                "campaign": "autumn-returning-customers",
                "shipping_class": "standard"
              },
              "on_behalf_of": null,
              "order": null,
              "outcome": {
                "advice_code": null,
                "network_advice_code": null,
                "network_decline_code": null,
                "network_status": {{(succeeded ? "\"approved_by_network\"" : "\"declined_by_network\"")}},
                "reason": {{(succeeded ? "null" : "\"generic_decline\"")}},
                "risk_level": "normal",
                "risk_score": {{Ids.Number(1, 60)}},
                "seller_message": {{(succeeded ? "\"Payment complete.\"" : "\"The bank did not return any further details with this decline.\"")}},
                "type": {{(succeeded ? "\"authorized\"" : "\"issuer_declined\"")}}
              },
              "paid": {{(succeeded ? "true" : "false")}},
              "payment_intent": {{Text(reference)}},
              "payment_method": {{Text(Ids.Token("pm_1", 23))}},
              "payment_method_details": {
                {{Text(sample.Method)}}: {{MethodDetails(sample)}},
                "type": {{Text(sample.Method)}}
              },
              "presentment_details": null,
              "radar_options": {},
              "receipt_email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}},
              "receipt_number": {{Text($"{Ids.Digits(4)}-{Ids.Digits(4)}")}},
              "receipt_url": {{Text("https://pay.stripe.com/receipts/payment/" + Ids.Token("CAcaFwoVYWNjdF8x", 96))}},
              "refunded": {{(refunded ? "true" : "false")}},
              "refunds": {
                "object": "list",
                "data": [],
                "has_more": false,
                "total_count": 0,
                "url": {{Text($"/v1/charges/{charge}/refunds")}}
              },
              "review": null,
              "shipping": {
                "address": {
                  "city": "Lisbon",
                  "country": "PT",
                  "line1": "Rua das Flores 27",
                  "line2": "2 Esq.",
                  "postal_code": "1200-192",
                  "state": null
                },
                "carrier": null,
                "name": "Amelia Duarte",
                "phone": null,
                "tracking_number": null
              },
              "source": null,
              "source_transfer": null,
              "statement_descriptor": null,
              "statement_descriptor_suffix": null,
              "status": {{(succeeded ? "\"succeeded\"" : "\"failed\"")}},
              "transfer_data": null,
              "transfer_group": null
            }
            """);
    }

    private string MethodDetails(SampleEvent sample) => sample.Method switch
    {
        "card" =>
            $$"""
            {
              "amount_authorized": {{sample.Amount.MinorUnits}},
              "authorization_code": {{Text(Ids.Digits(6))}},
              "brand": "visa",
              "checks": {
                "address_line1_check": "pass",
                "address_postal_code_check": "pass",
                "cvc_check": "pass"
              },
              "country": "PT",
              "exp_month": 8,
              "exp_year": 2030,
              "extended_authorization": { "status": "disabled" },
              "fingerprint": {{Text(Ids.Token("", 16))}},
              "funding": "credit",
              "incremental_authorization": { "status": "unavailable" },
              "installments": null,
              "last4": "4242",
              "mandate": null,
              "multicapture": { "status": "unavailable" },
              "network": "visa",
              "network_token": { "used": false },
              "network_transaction_id": {{Text(Ids.Digits(15))}},
              "overcapture": {
                "maximum_amount_capturable": {{sample.Amount.MinorUnits}},
                "status": "unavailable"
              },
              "regulated_status": "unregulated",
              "three_d_secure": {
                "authentication_flow": "frictionless",
                "electronic_commerce_indicator": "05",
                "exemption_indicator": null,
                "result": "authenticated",
                "result_reason": null,
                "transaction_id": {{Text(Ids.Guid().ToString())}},
                "version": "2.2.0"
              },
              "wallet": {
                "apple_pay": { "type": "apple_pay" },
                "dynamic_last4": {{Text(Ids.Digits(4))}},
                "type": "apple_pay"
              }
            }
            """,
        "us_bank_account" =>
            $$"""
            {
              "account_holder_type": "individual",
              "account_type": "checking",
              "bank_name": "STRIPE TEST BANK",
              "expected_debit_date": null,
              "fingerprint": {{Text(Ids.Token("", 16))}},
              "last4": "6789",
              "mandate": {{Text(Ids.Token("mandate_1", 23))}},
              "payment_reference": null,
              "routing_number": "110000000"
            }
            """,
        "sepa_debit" =>
            $$"""
            {
              "bank_code": "37040044",
              "branch_code": null,
              "country": "DE",
              "expected_debit_date": null,
              "fingerprint": {{Text(Ids.Token("", 16))}},
              "last4": "3000",
              "mandate": {{Text(Ids.Token("mandate_1", 23))}}
            }
            """,
        _ => "{}",
    };

    private (string Reference, string Json) PaymentIntent(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Token("pi_3", 23);
        var succeeded = sample.Type == "payment_intent.succeeded";
        return (reference,
            $$"""
            {
              "id": {{Text(reference)}},
              "object": "payment_intent",
              "amount": {{sample.Amount.MinorUnits}},
              "amount_capturable": 0,
              "amount_details": { "tip": {} },
              "amount_received": {{(succeeded ? sample.Amount.MinorUnits : 0)}},
              "application": null,
              "application_fee_amount": null,
              "automatic_payment_methods": { "allow_redirects": "always", "enabled": true },
              "canceled_at": null,
              "cancellation_reason": null,
              "capture_method": "automatic_async",
              "client_secret": {{Text($"{reference}_secret_{Ids.Token("", 25)}")}},
              "confirmation_method": "automatic",
              "created": {{sample.Time.ToUnixTimeSeconds()}},
              "currency": {{Text(LowerCurrency(sample))}},
              "customer": {{Text(Ids.Token("cus_", 14))}},
              "customer_account": null,
              "description": {{Text($"Order {Ids.Digits(8)} at the sample shop")}},
              "excluded_payment_method_types": null,
              "last_payment_error": {{(succeeded
                  ? "null"
                  : """{ "code": "card_declined", "decline_code": "generic_decline", "message": "Your card was declined.", "type": "card_error" }""")}},
              "latest_charge": {{Text(Ids.Token("ch_3", 23))}},
              "livemode": false,
              "metadata": { "order_id": {{Text(Ids.Digits(10))}} },
              "next_action": null,
              "on_behalf_of": null,
              "payment_method": {{(succeeded ? Text(Ids.Token("pm_1", 23)) : "null")}},
              "payment_method_configuration_details": { "id": {{Text(Ids.Token("pmc_1", 23))}}, "parent": null },
              "payment_method_options": {},
              "payment_method_types": [{{Text(sample.Method)}}],
              "processing": null,
              "receipt_email": null,
              "review": null,
              "setup_future_usage": null,
              "shipping": null,
              "source": null,
              "statement_descriptor": null,
              "statement_descriptor_suffix": null,
              "status": {{(succeeded ? "\"succeeded\"" : "\"requires_payment_method\"")}},
              "transfer_data": null,
              "transfer_group": null
            }
            """);
    }

    private (string Reference, string Json) Payout(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Token("po_1", 23);
        return (reference,
            $$"""
            {
              "id": {{Text(reference)}},
              "object": "payout",
              "amount": {{sample.Amount.MinorUnits}},
              "application_fee": null,
              "application_fee_amount": null,
              "arrival_date": {{sample.Time.AddDays(2).ToUnixTimeSeconds()}},
              "automatic": true,
              "balance_transaction": {{Text(Ids.Token("txn_1", 23))}},
              "created": {{sample.Time.ToUnixTimeSeconds()}},
              "currency": {{Text(LowerCurrency(sample))}},
              "description": "STRIPE PAYOUT",
              "destination": {{Text(Ids.Token("ba_1", 23))}},
              "failure_balance_transaction": null,
              "failure_code": null,
              "failure_message": null,
              "livemode": false,
              "metadata": {},
              "method": "standard",
              "original_payout": null,
              "reconciliation_status": "completed",
              "reversed_by": null,
              "source_type": "card",
              "statement_descriptor": null,
              "status": "paid",
              "trace_id": { "status": "pending", "value": null },
              "type": "bank_account"
            }
            """);
    }

    private (string Reference, string Json) Customer(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Token("cus_", 14);
        return (reference,
            $$"""
            {
              "id": {{Text(reference)}},
              "object": "customer",
              "address": null,
              "balance": 0,
              "created": {{sample.Time.ToUnixTimeSeconds()}},
              "currency": null,
              "default_source": null,
              "delinquent": false,
              "description": null,
              "discount": null,
              "email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}},
              "invoice_prefix": {{Text(Ids.Hex(8).ToUpperInvariant())}},
              "invoice_settings": {
                "custom_fields": null,
                "default_payment_method": null,
                "footer": null,
                "rendering_options": null
              },
              "livemode": false,
              "metadata": {},
              "name": "Amelia Duarte",
              "next_invoice_sequence": 1,
              "phone": null,
              "preferred_locales": [],
              "shipping": null,
              "tax_exempt": "none",
              "test_clock": null
            }
            """);
    }

    /// <summary>Stripe writes currencies in lower case.</summary>
    private static string LowerCurrency(SampleEvent sample) => sample.Amount.Currency.ToLowerInvariant();
}
