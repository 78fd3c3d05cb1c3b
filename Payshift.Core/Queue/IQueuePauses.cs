namespace Payshift.Core.Queue;

/// <summary>
/// The pauses of the whole queue or of single providers, for every worker, until resumed. Receiving goes on. Every method
/// throws <see cref="QueueUnavailableException"/> when Redis does not answer.
/// </summary>
public interface IQueuePauses
{
    /// <returns>What is paused; up to half a second old.</returns>
    ValueTask<PauseState> GetAsync();

    /// <param name="provider">The provider's name as in its route, null for the whole queue.</param>
    /// <returns>False where it was paused already.</returns>
    Task<bool> PauseAsync(string? provider);

    /// <param name="provider">The provider's name as in its route, null for the whole queue.</param>
    /// <returns>False where it was not paused.</returns>
    Task<bool> ResumeAsync(string? provider);
}
