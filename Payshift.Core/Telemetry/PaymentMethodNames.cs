using System.Collections.Frozen;

namespace Payshift.Core.Telemetry;

/// <summary>The payment methods that metrics tell apart. Payloads choose them, so that there is no end to them otherwise.</summary>
internal static class PaymentMethodNames
{
    public const string Other = "other";

    public static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "account", "ach", "affirm", "amex", "apple_pay", "bancontact", "bank", "bank_account", "bank_transfer", "card", "cash_app",
        "crypto", "direct_debit", "google_pay", "ideal", "klarna", "link", "mastercard", "mobile_money", "mpesa", "netbanking",
        "paypal", "qr", "sepa_debit", "transfer", "unknown", "upi", "us_bank_account", "ussd", "visa", "wallet",
    ]);

    public static string Bound(string method) => Known.Contains(method) ? method : Other;
}
