using Payshift.Core.Redis;

namespace Payshift.Core.Queue;

/// <summary>
/// The Lua scripts of the queue, embedded beside this class. Each lists its KEYS, ARGV and return in its heading;
/// <c>prelude.lua</c> stands before every one of them.
/// </summary>
internal static class QueueScripts
{
    private static readonly string Prelude = RedisScript.Read(typeof(QueueScripts), "prelude");

    public static readonly RedisScript Enqueue = Load("enqueue");
    public static readonly RedisScript PromoteAndReclaim = Load("promote-and-reclaim");
    public static readonly RedisScript Lease = Load("lease");
    public static readonly RedisScript Renew = Load("renew");
    public static readonly RedisScript Quarantine = Load("quarantine");
    public static readonly RedisScript Settle = Load("settle");
    public static readonly RedisScript Recover = Load("recover");
    public static readonly RedisScript Forget = Load("forget");
    public static readonly RedisScript Stats = Load("stats");
    public static readonly RedisScript Requeue = Load("requeue");
    public static readonly RedisScript Pause = Load("pause");
    public static readonly RedisScript Pauses = Load("pauses");

    private static RedisScript Load(string name) => new(name, Prelude + RedisScript.Read(typeof(QueueScripts), name));
}
