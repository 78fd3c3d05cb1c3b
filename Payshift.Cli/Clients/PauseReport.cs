namespace Payshift.Cli.Clients;

/// <summary>What a pause or a resume led to.</summary>
/// <param name="Changed">False where it was so before.</param>
internal sealed record PauseReport(bool Changed, PausedReport Paused);
