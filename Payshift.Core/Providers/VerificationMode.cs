namespace Payshift.Core.Providers;

/// <summary>The need to confirm events with the provider's API before they are handled.</summary>
public enum VerificationMode
{
    /// <summary>The signature is enough.</summary>
    None,

    /// <summary>Events that report a payment as made are confirmed with the provider's API first.</summary>
    Required,
}
