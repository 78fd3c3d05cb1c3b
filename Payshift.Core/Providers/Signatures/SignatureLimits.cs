namespace Payshift.Core.Providers.Signatures;

/// <summary>The limits of what an unauthenticated sender can make a signature check cost.</summary>
internal static class SignatureLimits
{
    /// <summary>Signatures of one delivery that are looked at. Providers send two while a secret is rolled.</summary>
    public const int MaxSignatures = 8;

    /// <summary>Characters of one header value; the longest genuine ones stay below a thousand.</summary>
    public const int MaxHeaderLength = 4096;

    /// <summary>Bytes of a key that fit on the stack; longer ones are allocated.</summary>
    public const int StackKeyLength = 256;
}
