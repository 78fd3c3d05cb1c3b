namespace Payshift.Core.Providers.Signatures;

/// <summary>The limits on the cost of checking an unauthenticated sender's signatures.</summary>
internal static class SignatureLimits
{
    /// <summary>The number of signatures of one delivery that are checked. Providers send two while a secret is rolled.</summary>
    public const int MaxSignatures = 8;

    /// <summary>The length of one header value, in characters. The longest genuine ones stay below a thousand.</summary>
    public const int MaxHeaderLength = 4096;

    /// <summary>The longest key that is copied to the stack, in bytes; longer ones are allocated.</summary>
    public const int StackKeyLength = 256;
}
