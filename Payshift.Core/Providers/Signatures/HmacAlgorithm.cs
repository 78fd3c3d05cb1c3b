namespace Payshift.Core.Providers.Signatures;

internal enum HmacAlgorithm
{
    Sha1,
    Sha256,
    Sha512,
}
