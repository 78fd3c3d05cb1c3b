namespace Payshift.Core.Queue;

/// <summary>The Lua scripts of the queue, embedded beside this class. Each lists its KEYS, ARGV and return in its heading.</summary>
internal static class QueueScripts
{
    public static readonly QueueScript Enqueue = Load("enqueue");
    public static readonly QueueScript Acquire = Load("acquire");
    public static readonly QueueScript Acknowledge = Load("acknowledge");
    public static readonly QueueScript Recover = Load("recover");
    public static readonly QueueScript Forget = Load("forget");
    public static readonly QueueScript Stats = Load("stats");

    private static QueueScript Load(string name)
    {
        using var stream = typeof(QueueScripts).Assembly.GetManifestResourceStream($"{typeof(QueueScripts).Namespace}.Scripts.{name}.lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not embedded.");
        using var reader = new StreamReader(stream);
        return new QueueScript(reader.ReadToEnd());
    }
}
