using Payshift.Chaos.Bank;
using Payshift.Chaos.Checks;

namespace Payshift.Tests.Chaos.Checks;

/// <summary>Every check passes where all is well, and each finds what it is for.</summary>
public sealed class AllChecksTests
{
    private readonly EvidenceScene _scene = new();

    [Fact]
    public void All_pass_where_all_is_well() => Assert.Empty(Failing());

    [Fact]
    public void An_event_that_was_lost_is_found()
    {
        _scene.Results.RemoveAll(row => row.EventId == "paid");

        Assert.Contains("Every acknowledged event is recorded once, with its outcome", Failing());
    }

    [Fact]
    public void An_event_with_two_rows_is_found()
    {
        _scene.Results.Add(_scene.Results[0] with { RowKey = "another" });

        Assert.Contains("Every acknowledged event is recorded once, with its outcome", Failing());
    }

    [Fact]
    public void A_row_under_another_key_is_found()
    {
        _scene.Results[0] = _scene.Results[0] with { RowKey = _scene.Results[0].RowKey + "x" };

        Assert.Contains("Every acknowledged event is recorded once, with its outcome", Failing());
    }

    [Fact]
    public void An_event_that_should_have_failed_is_found()
    {
        _scene.Results[^1] = _scene.Results[^1] with { Outcome = "processed" };

        Assert.Contains("Every acknowledged event is recorded once, with its outcome", Failing());
    }

    [Fact]
    public void A_record_of_what_was_never_sent_is_found()
    {
        _scene.Results.Add(_scene.Results[0] with { Key = "stranger" });

        Assert.Contains("Nothing is recorded that was not sent", Failing());
    }

    [Fact]
    public void A_failure_for_another_reason_is_found()
    {
        _scene.Failures[0] = _scene.Failures[0] with { Reason = "3 workers died while they held this webhook." };

        Assert.Equal(["The permanent failures are those that had to fail, each for its reason"], Failing());
    }

    [Fact]
    public void A_failure_too_many_is_found()
    {
        _scene.Failures.Add(_scene.Failures[0] with { Key = _scene.Plan.Events[0].Key });

        Assert.Equal(["The permanent failures are those that had to fail, each for its reason"], Failing());
    }

    [Fact]
    public void An_effect_that_is_missing_is_found()
    {
        _scene.Perform = planned => planned.Sample.EventId != "older";

        Assert.Equal(["Every acknowledged event took effect once"], Failing());
    }

    [Fact]
    public void An_effect_of_what_was_never_sent_is_found()
    {
        _scene.Bank.Take(new BankOrder("stranger", "account", "stranger", EvidenceScene.Time, 1, "worker"));

        Assert.Equal(["Nothing else took effect"], Failing());
    }

    [Fact]
    public void An_older_event_that_came_out_on_top_is_found()
    {
        var (newer, older) = (_scene.Results[0], _scene.Results[1]);
        _scene.Results[0] = newer with { RowKey = older.RowKey };
        _scene.Results[1] = older with { RowKey = newer.RowKey };

        Assert.Contains("Every payment's first row is its newest event", Failing());
    }

    [Fact]
    public void A_payment_in_the_wrong_state_is_found()
    {
        _scene.Results[0] = _scene.Results[0] with { State = "Pending" };

        Assert.Equal(["Every payment has the state that its newest event says"], Failing());
    }

    [Fact]
    public void An_event_that_is_new_twice_is_found()
    {
        _scene.Plan.Events[0].Kept = 2;

        Assert.Equal(["No event was answered as new twice"], Failing());
    }

    [Fact]
    public void A_delivery_that_was_never_acknowledged_is_found()
    {
        _scene.Plan.Deliveries[0].IsAcknowledged = false;

        Assert.Equal(["Every delivery was acknowledged in the end"], Failing());
    }

    [Fact]
    public void A_refusal_is_found()
    {
        _scene.Sent.Answer(500);

        Assert.Equal(["Every answer was 2xx or 503"], Failing());
    }

    [Fact]
    public void A_key_that_is_left_is_found()
    {
        _scene.Left.Add(new LeftKey("payshift:{3}:progress", Expires: false));

        Assert.Equal(["No key is left behind in Redis"], Failing());
    }

    [Fact]
    public void A_webhook_that_is_left_in_the_inbox_is_found()
    {
        _scene.Inbox = 1;

        Assert.Equal(["The inbox is empty"], Failing());
    }

    [Fact]
    public void A_webhook_that_the_queue_gave_back_twice_is_found()
    {
        _scene.Queue = _scene.Queue with { Processed = _scene.Queue.Processed + 1 };

        Assert.Equal(["The queue took in each recorded event once, and gave each back"], Failing());
    }

    [Fact]
    public void A_host_that_ended_by_itself_is_found()
    {
        _scene.UnexpectedEnds["worker-1"] = 1;

        Assert.Equal(["No host ended but by SIGKILL"], Failing());
    }

    [Fact]
    public void A_request_that_nothing_answered_is_found()
    {
        _scene.UnhandledExceptions["receiver-1"] = 1;

        Assert.Equal(["No request met an unhandled exception"], Failing());
    }

    private IEnumerable<string> Failing() => AllChecks.Of(_scene.Evidence()).Where(check => !check.Passed).Select(check => check.Name);
}
