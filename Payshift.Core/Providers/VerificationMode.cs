namespace Payshift.Core.Providers;

/// <summary>The choice whether the provider's API has to confirm an event before it is handled.</summary>
public enum VerificationMode
{
    /// <summary>The signature is enough.</summary>
    None,

    /// <summary>What says that money came is confirmed with the provider's API first.</summary>
    Required,
}
