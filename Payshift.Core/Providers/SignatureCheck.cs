namespace Payshift.Core.Providers;

/// <summary>The party that checks a signature, for providers that offer to do it themselves.</summary>
public enum SignatureCheck
{
    /// <summary>We do, which costs no call of the provider's API.</summary>
    Local,

    /// <summary>The provider's API does, at a call a delivery.</summary>
    Api,
}
