namespace Payshift.Core.Providers;

/// <summary>The way to check a signature, for providers whose API can check it too.</summary>
public enum SignatureCheck
{
    /// <summary>Payshift checks it, without a call of the provider's API.</summary>
    Local,

    /// <summary>The provider's API checks it, with one call for each delivery.</summary>
    Api,
}
