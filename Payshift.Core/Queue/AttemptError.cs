namespace Payshift.Core.Queue;

/// <summary>The reason why one attempt failed.</summary>
public readonly record struct AttemptError(int Attempt, DateTimeOffset At, string Reason)
{
    internal const int MaxReasonLength = 500;

    /// <summary>One line for the queue's errors.</summary>
    internal string Format()
    {
        var reason = Reason.Length <= MaxReasonLength ? Reason : Reason[..MaxReasonLength];
        return string.Create(CultureInfo.InvariantCulture, $"{Attempt} {At.ToUnixTimeMilliseconds()} {reason.ReplaceLineEndings(" ")}");
    }

    internal static IReadOnlyList<AttemptError> ParseLines(string? lines) =>
        lines is null ? [] : [.. lines.Split('\n').Select(Parse)];

    private static AttemptError Parse(string line)
    {
        var parts = line.Split(' ', 3);
        return parts.Length == 3
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var attempt)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var millis)
            ? new AttemptError(attempt, DateTimeOffset.FromUnixTimeMilliseconds(millis), parts[2])
            : new AttemptError(0, DateTimeOffset.UnixEpoch, line);
    }
}
