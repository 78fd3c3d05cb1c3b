using Payshift.Core.Redis;

namespace Payshift.Core.Queue;

/// <summary>
/// The Lua scripts of the queue, embedded beside this class. Each lists its KEYS, ARGV and return in its heading;
/// <c>prelude.lua</c> stands before every one of them.
/// </summary>
internal static class QueueScripts
{
    private static readonly string Prelude = QueueScript.Read(typeof(QueueScripts), "prelude");

    public static readonly QueueScript Enqueue = Load("enqueue");
    public static readonly QueueScript BringBack = Load("bringback");
    public static readonly QueueScript Acquire = Load("acquire");
    public static readonly QueueScript Renew = Load("renew");
    public static readonly QueueScript Isolate = Load("isolate");
    public static readonly QueueScript Acknowledge = Load("acknowledge");
    public static readonly QueueScript Recover = Load("recover");
    public static readonly QueueScript Forget = Load("forget");
    public static readonly QueueScript Stats = Load("stats");
    public static readonly QueueScript Readmit = Load("readmit");
    public static readonly QueueScript Pause = Load("pause");
    public static readonly QueueScript Pauses = Load("pauses");

    private static QueueScript Load(string name) => new(name, Prelude + QueueScript.Read(typeof(QueueScripts), name));
}
