using Payshift.Core.Queue;
using Payshift.Core.Storage;

namespace Payshift.Core.Processing;

/// <summary>What is to be recorded of a leased webhook, and how its lease ends afterwards.</summary>
internal sealed record Decision(LeasedWebhook Leased, Acknowledgement Acknowledgement, ResultRecord? Result = null, FailureRecord? Failure = null);
