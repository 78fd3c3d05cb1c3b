namespace Payshift.Cli.Hosts;

/// <summary>Waiting webhooks by priority.</summary>
internal sealed record ReadyCounts(long High, long Normal, long Low)
{
    public long Total => High + Normal + Low;
}
