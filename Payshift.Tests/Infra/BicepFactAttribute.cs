namespace Payshift.Tests.Infra;

/// <summary>A test that takes the Bicep compiler, which does not exist for every machine.</summary>
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        if (!BicepCompiler.IsHere)
        {
            Skip = BicepCompiler.Missing;
        }
    }
}
