namespace Payshift.Core.Operations.Queries;

/// <summary>The parameters of a call; what is null is left out.</summary>
public sealed class QueryText
{
    private readonly List<string> _parameters = [];

    public QueryText With(string name, string? value)
    {
        if (value is not null)
        {
            _parameters.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return this;
    }

    public QueryText With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryText With(string name, DateTimeOffset? value) => With(name, value?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>With its question mark, empty where there is no parameter.</summary>
    public override string ToString() => _parameters.Count == 0 ? "" : "?" + string.Join('&', _parameters);
}
