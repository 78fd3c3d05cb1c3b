namespace Payshift.Core.Providers.Signatures;

/// <summary>
/// The cache of signatures that were valid, for schemes whose arithmetic is slow: RSA and Ed25519. A delivery that comes again
/// with the same bytes is not computed again.
/// </summary>
/// <remarks>
/// <para>
/// It remembers arithmetic, not results: "this key made this signature over these bytes", which is true for good. Whether
/// the key is still configured, the certificate in date and the signed time within its window is decided anew for every
/// delivery, outside of it. So no entry can outlive a removed secret or a time window, whatever its age.
/// </para>
/// <para>
/// Only what fitted is remembered: strangers, who cannot sign, can neither fill it nor have anything in it. What is looked
/// up is a SHA-256 of all that the answer depends on (<see cref="VerifiedSignature"/>). A faster hash would not do: whoever
/// finds two contents with one key, and has the first signed, would have the second believed.
/// </para>
/// <para>
/// Schemes with an HMAC do not use it. The SHA-256 of the key costs about what their HMAC costs, so it would save nothing:
/// <c>./dev bench signatures</c> prints both.
/// </para>
/// </remarks>
/// <param name="capacity">Entries at most, of about 80 bytes each; 0 for none.</param>
internal sealed class SignatureCache(int capacity)
{
    public static readonly SignatureCache Off = new(0);

    private readonly Lock _gate = new();

    // Two generations: what is used moves into the younger one, and when that is full the older one is forgotten.
    private HashSet<VerifiedSignature> _young = [];
    private HashSet<VerifiedSignature> _old = [];

    public bool IsOff => capacity == 0;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _young.Count + _old.Count;
            }
        }
    }

    public bool Contains(VerifiedSignature signature)
    {
        lock (_gate)
        {
            if (_young.Contains(signature))
            {
                return true;
            }

            if (!_old.Remove(signature))
            {
                return false;
            }

            Keep(signature);
            return true;
        }
    }

    /// <param name="signature">One that was computed and fitted.</param>
    public void Add(VerifiedSignature signature)
    {
        lock (_gate)
        {
            _old.Remove(signature);
            Keep(signature);
        }
    }

    private void Keep(VerifiedSignature signature)
    {
        if (capacity > 0 && _young.Add(signature) && _young.Count >= Math.Max(1, capacity / 2))
        {
            (_young, _old) = (_old, _young);
            _young.Clear();
        }
    }
}
