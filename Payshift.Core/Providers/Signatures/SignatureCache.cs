namespace Payshift.Core.Providers.Signatures;

/// <summary>
/// The cache of valid signatures, for schemes that are slow to compute: RSA and Ed25519. A delivery that is repeated with
/// the same bytes is not computed again.
/// </summary>
/// <remarks>
/// <para>
/// It caches arithmetic and no decisions: "this key made this signature over these bytes" stays true for ever. Whether the
/// key is still configured, the certificate in date and the signed time within its window is decided outside the cache, for
/// each delivery. So no entry outlives a removed secret or a time window.
/// </para>
/// <para>
/// Only valid signatures are cached, so that senders who cannot sign cannot fill the cache. The key is a SHA-256 of
/// everything that the result depends on (<see cref="SignatureCacheKey"/>). A faster hash would be unsafe: with two contents of
/// the same key, a signature of the first would make the second valid.
/// </para>
/// <para>
/// Schemes with an HMAC do not use the cache. The SHA-256 of the key costs about as much as their HMAC, so it would save nothing:
/// <c>./dev bench signatures</c> prints both.
/// </para>
/// </remarks>
/// <param name="capacity">The largest number of entries, of about 80 bytes each; 0 for none.</param>
internal sealed class SignatureCache(int capacity)
{
    public static readonly SignatureCache Off = new(0);

    private readonly Lock _gate = new();

    // There are two generations. Used entries move to the younger one; when it is full, the older one is dropped.
    private HashSet<SignatureCacheKey> _young = [];
    private HashSet<SignatureCacheKey> _old = [];

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

    public bool Contains(SignatureCacheKey signature)
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

    /// <param name="signature">The key of a signature that was computed and is valid.</param>
    public void Add(SignatureCacheKey signature)
    {
        lock (_gate)
        {
            _old.Remove(signature);
            Keep(signature);
        }
    }

    private void Keep(SignatureCacheKey signature)
    {
        if (capacity > 0 && _young.Add(signature) && _young.Count >= Math.Max(1, capacity / 2))
        {
            (_young, _old) = (_old, _young);
            _young.Clear();
        }
    }
}
