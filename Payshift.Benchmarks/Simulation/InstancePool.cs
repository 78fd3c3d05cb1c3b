namespace Payshift.Benchmarks.Simulation;

/// <summary>Instances that the platform starts when they are called and removes when they idle.</summary>
internal sealed class InstancePool
{
    private readonly List<Instance> _instances = [];

    /// <summary>Seconds in which instances started or drained.</summary>
    public long BusySeconds { get; private set; }

    public int Busy(int second) => _instances.Count(instance => instance.Ends > second);

    public int Draining(int second) => _instances.Count(instance => instance.Begins <= second && instance.Ends > second);

    /// <summary>Has one instance drain, an idle one where there is one.</summary>
    public void Engage(int second)
    {
        _instances.RemoveAll(instance => instance.Ends + SimulationConstants.IdleTime < second);
        var instance = _instances.Find(instance => instance.Ends <= second);
        if (instance is null)
        {
            _instances.Add(instance = new Instance { Begins = second + SimulationConstants.ColdStart });
        }
        else
        {
            instance.Begins = second;
        }

        instance.Ends = instance.Begins + SimulationConstants.TimeBudget;
    }

    /// <summary>A second passes; where nothing waits any more, drains end.</summary>
    public void Pass(int second, bool isEmpty)
    {
        BusySeconds += Busy(second);
        foreach (var instance in _instances.Where(instance => isEmpty && instance.Begins <= second && instance.Ends > second))
        {
            instance.Ends = second + 1;
        }
    }

    private sealed class Instance
    {
        public int Begins { get; set; }

        public int Ends { get; set; }
    }
}
