namespace Payshift.Cli.Hosts;

/// <summary>What the host answered to a delivery, and how long that took.</summary>
internal sealed record ReceiveAnswer(int Status, int Kept, int Duplicates, TimeSpan Elapsed);
