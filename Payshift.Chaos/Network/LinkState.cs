namespace Payshift.Chaos.Network;

/// <summary>What a proxy does with what passes through it.</summary>
internal enum LinkState
{
    /// <summary>Passes everything on at once.</summary>
    Open,

    /// <summary>Passes everything on, each piece after a delay.</summary>
    Slow,

    /// <summary>Passes nothing on and says nothing, as a network that loses packets. What it held arrives late, once it opens.</summary>
    Silent,

    /// <summary>Resets every connection, old and new.</summary>
    Cut,
}
