using Payshift.Core.Redis;

namespace Payshift.Core.Scaling.History;

/// <summary>The Lua scripts of the history, embedded beside this class. Each lists its KEYS, ARGV and return in its heading.</summary>
internal static class HistoryScripts
{
    public static readonly RedisScript Record = Load("record");
    public static readonly RedisScript Read = Load("read");

    private static RedisScript Load(string name) => RedisScript.Load(typeof(HistoryScripts), name);
}
