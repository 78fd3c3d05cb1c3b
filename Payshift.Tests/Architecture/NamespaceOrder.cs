using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Payshift.Tests.Architecture;

/// <summary>The order in which the namespaces of one assembly may use each other, and what breaks it.</summary>
/// <param name="root">The namespace of the project, which is that of its folder.</param>
/// <param name="rooms">The namespaces directly below the root. Each may use those before it.</param>
internal sealed class NamespaceOrder(System.Reflection.Assembly assembly, string root, IReadOnlyList<string> rooms)
{
    private readonly Use[] _uses = Read(assembly, root);

    /// <summary>Namespaces below the root that hold types, by their first part; empty for the root itself.</summary>
    public IEnumerable<string> RoomsWithTypes() =>
        assembly.GetTypes().Select(type => type.Namespace).OfType<string>().Where(IsBelow(root)).Select(RoomOf).Distinct();

    /// <summary>Uses of a later room by an earlier one.</summary>
    public IEnumerable<string> UsesAgainstTheOrder() =>
        _uses.Where(use => IndexOf(use.From) < IndexOf(use.To)).Select(use => use.ToString()).Distinct();

    /// <summary>Uses between namespaces of any level that lead back to where they began.</summary>
    public IEnumerable<string> Circles()
    {
        var next = _uses.Select(use => (use.From, use.To)).Distinct().ToLookup(use => use.From, use => use.To);
        return _uses.Where(use => Reachable(next, use.To).Contains(use.From)).Select(use => use.ToString()).Distinct();
    }

    /// <summary>Whether one type uses another of another namespace.</summary>
    public bool Has(System.Type user, System.Type used) => Array.Exists(_uses, use => use.User == user.Name && use.Used == used.Name);

    /// <summary>Fails with every use that is there.</summary>
    public static void AssertNone(IEnumerable<string> uses)
    {
        var all = uses.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private int IndexOf(string name) => rooms.ToList().IndexOf(RoomOf(name));

    private string RoomOf(string name) => name == root ? "" : name[(root.Length + 1)..].Split('.')[0];

    private static HashSet<string> Reachable(ILookup<string, string> next, string from)
    {
        var seen = new HashSet<string>();
        var waiting = new Stack<string>([from]);
        while (waiting.TryPop(out var name))
        {
            if (seen.Add(name))
            {
                foreach (var following in next[name])
                {
                    waiting.Push(following);
                }
            }
        }

        return seen;
    }

    private static Use[] Read(System.Reflection.Assembly assembly, string root) =>
    [
        .. new ArchLoader().LoadAssemblies(assembly).Build().Types
            .SelectMany(type => type.Dependencies)
            .Select(dependency => new Use(NamespaceOf(dependency.Origin), dependency.Origin.Name, NamespaceOf(dependency.Target), dependency.Target.Name))
            .Where(use => use.From != use.To && IsBelow(root)(use.From) && IsBelow(root)(use.To))
            .Distinct(),
    ];

    private static string NamespaceOf(IType type) => type.Namespace?.FullName ?? "";

    private static Func<string, bool> IsBelow(string root) => name => name == root || name.StartsWith(root + '.', StringComparison.Ordinal);

    private sealed record Use(string From, string User, string To, string Used)
    {
        public override string ToString() => $"{From}.{User} uses {To}.{Used}";
    }
}
