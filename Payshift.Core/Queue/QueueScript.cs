using System.Security.Cryptography;
using System.Text;

namespace Payshift.Core.Queue;

/// <summary>A Lua script and the hash that Redis knows it by.</summary>
internal sealed class QueueScript(string text)
{
    public string Text { get; } = text;

    public byte[] Hash { get; } = Sha1(text);

#pragma warning disable CA5350 // The hash is Redis' name for the script, no protection.
    private static byte[] Sha1(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
