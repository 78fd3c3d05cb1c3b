using Payshift.Core.Queue;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What a pause or a resume led to.</summary>
/// <param name="Changed">False where it was so before.</param>
internal sealed record PauseChangeAnswer(bool Changed, PausesAnswer Paused)
{
    public static IResult From(bool changed, PauseState state) =>
        Results.Json(new PauseChangeAnswer(changed, PausesAnswer.Of(state)), AnswerJson.Default.PauseChangeAnswer);
}
