using Payshift.Core.Queue;

namespace Payshift.Core.Processing;

/// <summary>A part of a batch that is handled and settled together.</summary>
/// <param name="Webhooks">The webhooks to handle, in queue order; all of them have an envelope that could be read.</param>
/// <param name="SetAside">Decisions on webhooks that are not handled.</param>
internal sealed record BatchShare(IReadOnlyList<LeasedWebhook> Webhooks, IReadOnlyList<SettlementDecision> SetAside);
