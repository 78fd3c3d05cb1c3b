namespace Payshift.Core.Scaling;

/// <summary>Tells the app's own calls from those of operators in the audit.</summary>
public static class InternalCall
{
    public const string Header = "x-payshift-caller";

    /// <summary>Calls that engage other instances.</summary>
    public const string ScaleOut = "scale-out";
}
