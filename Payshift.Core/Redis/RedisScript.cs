using System.Security.Cryptography;

namespace Payshift.Core.Redis;

/// <summary>A Lua script and the hash that Redis knows it by.</summary>
internal sealed class RedisScript(string name, string text)
{
    public string Name => name;

    public string Text { get; } = text;

    public byte[] Hash { get; } = Sha1(text);

    /// <summary>Loads a script that is embedded in the folder <c>Scripts</c> beside the class that calls it.</summary>
    public static RedisScript Load(Type caller, string name) => new(name, Read(caller, name));

    public static string Read(Type caller, string name)
    {
        using var stream = caller.Assembly.GetManifestResourceStream($"{caller.Namespace}.Scripts.{name}.lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

#pragma warning disable CA5350 // The hash is Redis' name for the script, no protection.
    private static byte[] Sha1(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
