namespace Payshift.Core.Webhooks;

/// <summary>What payments have in common.</summary>
public enum PaymentLinkKind
{
    Order,
    Customer,
}
