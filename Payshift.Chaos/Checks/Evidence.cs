using Payshift.Chaos.Bank;
using Payshift.Chaos.Load;

namespace Payshift.Chaos.Checks;

/// <summary>All that is held against each other at the end.</summary>
/// <param name="Inbox">Webhooks that still wait in the inbox.</param>
/// <param name="UnexpectedEnds">By host.</param>
/// <param name="UnhandledExceptions">Requests that nothing in the host answered, by host.</param>
internal sealed record Evidence(
    LoadPlan Plan,
    SendCounts Sent,
    BankLedger Bank,
    IReadOnlyList<ResultRow> Results,
    IReadOnlyList<FailureRow> Failures,
    int Inbox,
    IReadOnlyList<LeftKey> Left,
    QueueTotals Queue,
    IReadOnlyDictionary<string, int> UnexpectedEnds,
    IReadOnlyDictionary<string, int> UnhandledExceptions);
