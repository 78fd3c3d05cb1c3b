using Payshift.Samples;

namespace Payshift.Cli.Demo;

/// <summary>
/// The deliveries of the demo: a handful of each provider with different methods and priorities, of each one a duplicate and a
/// bad signature, and one that fails at first.
/// </summary>
internal static class DemoPlan
{
    /// <summary>What the host's sample handler looks for in a reference, to fail its first attempt.</summary>
    public const string FailsOnce = "fails-once";

    public static IReadOnlyList<DemoDelivery> Make(SampleCatalog catalog, ProviderSecrets secrets)
    {
        var plan = new List<DemoDelivery>();

        // Two events of one payment, as Stripe sends them.
        var charge = Create("stripe", type: "charge.succeeded");
        Add(DemoExpectation.Processed,
            charge,
            Create("stripe", type: "payment_intent.succeeded", reference: charge.PaymentReference),
            Create("stripe", type: "charge.refunded", method: "sepa_debit"),
            Create("stripe", type: "payment_intent.payment_failed", method: "us_bank_account"),
            Create("stripe", type: "payout.paid"));
        RepeatAndTamper("stripe", charge);

        var success = Create("paystack");
        Add(DemoExpectation.Processed,
            success,
            Create("paystack", method: "mobile_money"),
            Create("paystack", type: "transfer.success"));
        Add(DemoExpectation.Retried,
            Create("paystack", method: "bank_transfer", reference: $"{FailsOnce}-{success.PaymentReference}"));
        RepeatAndTamper("paystack", success);

        foreach (var (name, transfer, method) in new[] { ("flutterwave-v3", "transfer.completed", "ussd"), ("flutterwave-v4", "transfer.disburse", "mobile_money") })
        {
            var completed = Create(name, method: method);
            Add(DemoExpectation.Processed,
                completed,
                Create(name),
                Create(name, succeeded: false),
                Create(name, type: transfer));
            RepeatAndTamper(name, completed);
        }

        var paid = Create("standardwebhooks");
        Add(DemoExpectation.Processed,
            paid,
            Create("standardwebhooks", type: "payment.failed"),
            Create("standardwebhooks", type: "payment.refunded", method: "ideal"),
            Create("standardwebhooks", type: "invoice.paid", method: "sepa_debit"));
        RepeatAndTamper("standardwebhooks", paid);

        return plan;

        SampleDelivery Create(string name, string? type = null, string? method = null, string? reference = null, bool succeeded = true) =>
            catalog[name].Create((secrets.Request(catalog[name].Provider)
                ?? throw new InvalidOperationException($"{ProviderSecrets.Setting(catalog[name].Provider)} is missing.")) with
            {
                EventType = type,
                Method = method,
                Reference = reference,
                Succeeded = succeeded,
            });

        void Add(DemoExpectation expectation, params ReadOnlySpan<SampleDelivery> deliveries)
        {
            foreach (var delivery in deliveries)
            {
                plan.Add(new DemoDelivery(delivery, expectation));
            }
        }

        void RepeatAndTamper(string name, SampleDelivery repeated)
        {
            Add(DemoExpectation.Duplicate, repeated);
            Add(DemoExpectation.Refused, catalog[name].Tamper(Create(name)));
        }
    }
}
