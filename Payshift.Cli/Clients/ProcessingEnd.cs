namespace Payshift.Cli.Clients;

/// <summary>The reason why <c>process-webhooks</c> ended.</summary>
internal enum ProcessingEnd
{
    /// <summary>Nothing waits any more.</summary>
    Empty,

    /// <summary>The queue is paused.</summary>
    Paused,

    /// <summary>Ctrl-C: the batch at hand was finished.</summary>
    Interrupted,
}
