namespace Payshift.Core.Queue;

/// <summary>A hold on one webhook. Only the worker with the latest token can end it.</summary>
public readonly record struct Lease(WebhookId Id, int Partition, long Token);
