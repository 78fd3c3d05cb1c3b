namespace Payshift.Core.Scaling;

/// <summary>The mark by which the audit tells the app's own calls from those of operators.</summary>
public static class InternalCall
{
    public const string Header = "x-payshift-caller";

    /// <summary>Calls that engage other instances.</summary>
    public const string ScaleOut = "scale-out";
}
