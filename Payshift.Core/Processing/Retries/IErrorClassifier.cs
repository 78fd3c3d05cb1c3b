namespace Payshift.Core.Processing.Retries;

/// <summary>
/// The classification of exceptions as permanent or transient. Register your own with
/// <c>services.AddSingleton&lt;IErrorClassifier, YourClassifier&gt;()</c> after <c>AddPayshift</c>.
/// </summary>
public interface IErrorClassifier
{
    /// <summary>Called with what a batch handler threw on a single webhook.</summary>
    /// <returns>True where another attempt cannot succeed: the webhook becomes a permanent failure at once.</returns>
    bool IsPermanent(Exception exception);
}
