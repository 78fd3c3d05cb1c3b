namespace Payshift.Functions.Triggers.Answers;

/// <summary>What a probe is told.</summary>
internal sealed record HealthAnswer(string Status)
{
    public static IResult Ready { get; } = Results.Json(new HealthAnswer("ready"), AnswerJson.Default.HealthAnswer);
}
