using System.Globalization;

namespace Payshift.Benchmarks.Figures;

/// <summary>One measured figure.</summary>
/// <param name="Goal">Null for a figure that is only told.</param>
internal sealed record Figure(string Name, double Value, double? Goal = null, bool AtMost = false)
{
    public bool IsMet => Goal is not { } goal || (AtMost ? Value <= goal : Value >= goal);

    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        var goal = Goal is { } value ? $"goal {(AtMost ? "<=" : ">=")} {value.ToString("0.##", culture),-6} {(IsMet ? "met" : "short")}" : "";
        return $"{Name,-58} {Value.ToString(Value < 100 ? "0.000" : "0", culture),10}  {goal}".TrimEnd();
    }
}
