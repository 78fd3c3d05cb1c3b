using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Whether this process answers at all, whatever it depends on: one that does not is to be restarted.</summary>
public sealed class HealthLive
{
    [Function(nameof(HealthLive))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payment/health/live")] HttpRequest request) => HealthResponses.Live;
}
