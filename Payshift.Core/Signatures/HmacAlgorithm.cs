namespace Payshift.Core.Signatures;

internal enum HmacAlgorithm
{
    Sha256,
    Sha512,
}
