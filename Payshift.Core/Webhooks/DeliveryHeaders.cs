namespace Payshift.Core.Webhooks;

/// <summary>
/// What is kept of a delivery's headers for operators: a line <c>name: value</c> each, names in lower case. One text, since
/// every webhook carries it through the queue and hardly any is ever looked into.
/// </summary>
public readonly record struct DeliveryHeaders
{
    /// <summary>Of a line, between name and value.</summary>
    internal const string Separator = ": ";

    internal const char LineEnd = '\n';

    private readonly string? _text;

    /// <param name="text">As <see cref="Text"/> gave it.</param>
    internal DeliveryHeaders(string? text) => _text = string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Empty where nothing is kept.</summary>
    public string Text => _text ?? "";

    public bool IsEmpty => _text is null;

    /// <summary>Values by name, in the order of <see cref="Text"/>.</summary>
    public IReadOnlyDictionary<string, string> ToDictionary()
    {
        var headers = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Text.Split(LineEnd, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.IndexOf(Separator, StringComparison.Ordinal);
            if (at > 0)
            {
                headers[line[..at]] = line[(at + Separator.Length)..];
            }
        }

        return headers;
    }

    public override string ToString() => Text;
}
