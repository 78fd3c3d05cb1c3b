using System.Text.Json;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Settings;

/// <summary>
/// An edit of <c>local.settings.json</c> that sets values and leaves everything else as it is, comments and layout included.
/// </summary>
internal static class LocalSettingsEdit
{
    private const string New = """
        {
          "IsEncrypted": false,
          "Values": {}
        }

        """;

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="path">Made where it is not there.</param>
    /// <exception cref="CommandException">It cannot be read or written.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, string>> values)
    {
        try
        {
            var text = File.Exists(path) ? File.ReadAllText(path) : New;
            foreach (var (name, value) in values)
            {
                text = Set(text, name, value);
            }

            // Beside it and moved over it: whoever reads meanwhile sees the old file or the new one, whole.
            var beside = path + ".new";
            File.WriteAllText(beside, text);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"{path} cannot be changed: {exception.Message}");
        }
    }

    /// <exception cref="JsonException">It is no settings file.</exception>
    public static string Set(string text, string name, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var place = Find(bytes, name);
        var quoted = JsonSerializer.Serialize(value);
        var written = place.IsNew ? $"\n    {JsonSerializer.Serialize(name)}: {quoted}{(place.IsEmpty ? "\n  " : ",")}" : quoted;
        return Encoding.UTF8.GetString([.. bytes.AsSpan(0, place.From), .. Encoding.UTF8.GetBytes(written), .. bytes.AsSpan(place.To)]);
    }

    private static Place Find(byte[] bytes, string name)
    {
        var reader = new Utf8JsonReader(bytes, Lenient);
        var (begin, isEmpty, inValues) = (-1, true, false);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals(LocalSettingsFile.Values))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    throw new JsonException("Values is no object.");
                }

                (begin, inValues) = ((int)reader.BytesConsumed, true);
            }
            else if (inValues && reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 1 })
            {
                inValues = false;
            }
            else if (inValues && reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 2 })
            {
                isEmpty = false;
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt)
                {
                    var from = (int)reader.TokenStartIndex;
                    reader.Skip();
                    return new Place(from, (int)reader.BytesConsumed, IsNew: false, IsEmpty: false);
                }
            }
        }

        return begin >= 0 ? new Place(begin, begin, IsNew: true, isEmpty) : throw new JsonException("It has no Values.");
    }

    private readonly record struct Place(int From, int To, bool IsNew, bool IsEmpty);
}
