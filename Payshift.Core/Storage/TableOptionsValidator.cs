using Azure.Data.Tables;

namespace Payshift.Core.Storage;

/// <summary>The check of the connection settings: reads them as the client will.</summary>
internal sealed class TableOptionsValidator : IValidateOptions<TableOptions>
{
    public ValidateOptionsResult Validate(string? name, TableOptions options)
    {
        if (options.ServiceUri is { } uri)
        {
            return uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Payshift__Tables__ServiceUri must be an address such as https://name.table.core.windows.net.");
        }

        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Fail(
                "Payshift__Tables__ConnectionString is missing. Set it to a storage connection string, or set Payshift__Tables__ServiceUri to the table endpoint to sign in with a managed identity.");
        }

        try
        {
            _ = new TableServiceClient(options.ConnectionString);
            return ValidateOptionsResult.Success;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException)
        {
            // The parser's own message can quote the key.
            return ValidateOptionsResult.Fail("Payshift__Tables__ConnectionString cannot be read. Copy it whole from the storage account's access keys.");
        }
    }
}
