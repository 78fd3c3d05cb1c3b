namespace Payshift.Core.Providers;

/// <summary>Whether the provider's API has to confirm what an event says before it is handled.</summary>
public enum VerificationMode
{
    /// <summary>The signature is enough.</summary>
    None,

    /// <summary>What says that money came is confirmed with the provider's API first.</summary>
    Required,
}
