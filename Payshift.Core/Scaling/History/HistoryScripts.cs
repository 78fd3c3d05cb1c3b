using Payshift.Core.Redis;

namespace Payshift.Core.Scaling.History;

/// <summary>The Lua scripts of the history, embedded beside this class. Each lists its KEYS, ARGV and return in its heading.</summary>
internal static class HistoryScripts
{
    public static readonly QueueScript Record = Load("record");
    public static readonly QueueScript Read = Load("read");

    private static QueueScript Load(string name) => QueueScript.Load(typeof(HistoryScripts), name);
}
