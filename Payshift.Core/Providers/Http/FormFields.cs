using System.Net;

namespace Payshift.Core.Providers.Http;

/// <summary>The fields of <c>application/x-www-form-urlencoded</c> text, a body or a query.</summary>
internal static class FormFields
{
    /// <returns>The decoded value; null if the field is absent, or given twice and therefore ambiguous.</returns>
    public static string? Get(ReadOnlySpan<char> form, ReadOnlySpan<char> name)
    {
        var rest = form.StartsWith("?") ? form[1..] : form;
        string? found = null;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('&');
            var field = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (field.Length > name.Length && field[name.Length] == '=' && field.StartsWith(name))
            {
                if (found is not null)
                {
                    return null;
                }

                found = WebUtility.UrlDecode(field[(name.Length + 1)..].ToString());
            }
        }

        return found;
    }
}
