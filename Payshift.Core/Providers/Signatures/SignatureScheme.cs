namespace Payshift.Core.Providers.Signatures;

/// <summary>A scheme whose signatures are slow to check.</summary>
internal enum SignatureScheme : byte
{
    Ed25519 = 1,
    RsaSha256 = 2,
}
