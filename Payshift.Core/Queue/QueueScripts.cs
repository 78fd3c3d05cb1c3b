namespace Payshift.Core.Queue;

/// <summary>The Lua scripts of the queue, embedded beside this class. Each lists its KEYS, ARGV and return in its heading.</summary>
internal static class QueueScripts
{
    public static readonly string Enqueue = Load("enqueue");
    public static readonly string Acquire = Load("acquire");
    public static readonly string Acknowledge = Load("acknowledge");
    public static readonly string Recover = Load("recover");
    public static readonly string Forget = Load("forget");
    public static readonly string Stats = Load("stats");

    private static string Load(string name)
    {
        using var stream = typeof(QueueScripts).Assembly.GetManifestResourceStream($"{typeof(QueueScripts).Namespace}.Scripts.{name}.lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not embedded.");
        using var reader = new StreamReader(stream);
        // Comments are for readers; the client looks a script up by its text at every call. Lines keep their numbers.
        return string.Join('\n', reader.ReadToEnd().Split('\n').Select(line => line.StartsWith("--", StringComparison.Ordinal) ? "" : line));
    }
}
