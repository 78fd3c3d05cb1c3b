namespace Payshift.Core.Providers.Signatures;

/// <summary>A reader of headers in the form <c>name=value,name=value</c> that does not allocate.</summary>
internal ref struct HeaderPairs(ReadOnlySpan<char> header, char separator)
{
    private ReadOnlySpan<char> _rest = header;
    private bool _ended = header.IsEmpty;

    /// <summary>Whether reading stopped at an item without an equals sign.</summary>
    public bool IsMalformed { get; private set; }

    public bool TryNext(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        if (_ended)
        {
            return false;
        }

        var end = _rest.IndexOf(separator);
        var item = (end < 0 ? _rest : _rest[..end]).Trim();
        _ended = end < 0;
        _rest = _ended ? default : _rest[(end + 1)..];

        var equals = item.IndexOf('=');
        if (equals < 0)
        {
            _ended = IsMalformed = true;
            return false;
        }

        name = item[..equals];
        value = item[(equals + 1)..];
        return true;
    }
}
