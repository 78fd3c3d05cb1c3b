namespace Payshift.Core.Receiving;

/// <summary>The outcome of a delivery.</summary>
public enum ReceiveStatus
{
    /// <summary>Every event is in the queue, or was before.</summary>
    Accepted,

    UnknownProvider,
    InvalidSignature,
    Malformed,
    TooLarge,

    /// <summary>The queue, or what the signature check needs, could not be reached. The provider is to send it again.</summary>
    Unavailable,
}
