namespace Payshift.Tests.Infra;

/// <summary>The same for several cases.</summary>
internal sealed class BicepTheoryAttribute : TheoryAttribute
{
    public BicepTheoryAttribute()
    {
        if (!BicepCompiler.IsHere)
        {
            Skip = BicepCompiler.Missing;
        }
    }
}
