using Payshift.Chaos.Bank;

namespace Payshift.Chaos.Load;

/// <summary>Deals out fates: to one event in a hundred or so, and to a few that they kill their worker.</summary>
internal sealed class FatePlan(int count, Random random)
{
    /// <summary>A worker that died is back after seconds: these must come early to have died often enough in a short run.</summary>
    private const double LatestKiller = 0.3;

    private static readonly (Fate Fate, int InTenThousand)[] Shares =
    [
        (Fate.FailsAtFirst, 200),
        (Fate.ThrowsAtFirst, 30),
        (Fate.IsSlow, 30),
        (Fate.AnswersTooLate, 4),
        (Fate.IsRefused, 50),
        (Fate.FailsAlways, 20),
    ];

    private int _killers = Math.Clamp(count / 7000, 1, 10);

    /// <param name="at">When the event is sent, from 0 to 1.</param>
    public Fate Next(double at)
    {
        var drawn = random.Next(10_000);
        if (_killers > 0 && at < LatestKiller && drawn < 100)
        {
            _killers--;
            return Fate.KillsItsWorker;
        }

        foreach (var (fate, share) in Shares)
        {
            if (drawn < share)
            {
                return fate;
            }

            drawn -= share;
        }

        return Fate.Succeeds;
    }
}
