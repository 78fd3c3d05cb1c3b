namespace Payshift.Core.Receiving;

/// <summary>The place of verified webhooks while Redis is out of reach.</summary>
public enum OverflowTarget
{
    /// <summary>Nowhere: the delivery is answered 503, and its provider sends it again.</summary>
    None,

    /// <summary>Into the inbox, a table that the next run empties into the queue.</summary>
    Table,
}
