using System.ComponentModel.DataAnnotations;

namespace Payshift.Core.Storage;

/// <summary>The settings of Table Storage: <c>Payshift__Tables__…</c>.</summary>
public sealed class TableOptions
{
    /// <summary>An Azure Storage connection string; or set <see cref="ServiceUri"/> to sign in with a managed identity.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The table endpoint, for example <c>https://name.table.core.windows.net</c>.</summary>
    public Uri? ServiceUri { get; set; }

    /// <summary>
    /// Table partitions over which payment references spread; each takes about 2,000 rows a second. Rows are found by it:
    /// it stays as it is once results were written.
    /// </summary>
    [Range(1, 256, ErrorMessage = "Payshift__Tables__Buckets must be between {1} and {2}.")]
    public int Buckets { get; set; } = 16;
}
