using Payshift.Core.Queue;

namespace Payshift.Core.Scaling.History;

/// <summary>The Lua scripts of the history, embedded beside this class. Each lists its KEYS, ARGV and return in its heading.</summary>
internal static class HistoryScripts
{
    public static readonly QueueScript Record = Load("record");
    public static readonly QueueScript Read = Load("read");

    private static QueueScript Load(string name)
    {
        using var stream = typeof(HistoryScripts).Assembly.GetManifestResourceStream($"{typeof(HistoryScripts).Namespace}.Scripts.{name}.lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not embedded.");
        using var reader = new StreamReader(stream);
        return new QueueScript(reader.ReadToEnd());
    }
}
