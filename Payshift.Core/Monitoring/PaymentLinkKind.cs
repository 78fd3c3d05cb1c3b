namespace Payshift.Core.Monitoring;

/// <summary>What payments have in common.</summary>
public enum PaymentLinkKind
{
    Order,
    Customer,
}
