namespace Payshift.Chaos.Network;

/// <summary>The state that all connections of a proxy share, and the wait for its change.</summary>
internal sealed class Link
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LinkState _state;
    private TimeSpan _delay;

    public void Set(LinkState state, TimeSpan delay)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            (_state, _delay) = (state, delay);
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    /// <summary>Returns when a piece may pass on.</summary>
    /// <returns>False where the connection is to be reset instead.</returns>
    public async Task<bool> PassAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (state, delay, changed) = Read();
            switch (state)
            {
                case LinkState.Silent:
                    await changed.WaitAsync(cancellationToken);
                    break;
                case LinkState.Slow:
                    await Task.Delay(delay, cancellationToken);
                    return true;
                default:
                    return state == LinkState.Open;
            }
        }
    }

    private (LinkState State, TimeSpan Delay, Task Changed) Read()
    {
        lock (_lock)
        {
            return (_state, _delay, _changed.Task);
        }
    }
}
