using System.Globalization;

namespace Payshift.Chaos;

/// <summary>What <c>./dev chaos</c> was asked for.</summary>
/// <param name="Duration">How long webhooks are sent and things are broken.</param>
/// <param name="Seed">Decides what is sent, in which order, and what breaks when.</param>
/// <param name="Webhooks">Distinct events.</param>
internal sealed record ChaosArguments(TimeSpan Duration, int Seed, int Webhooks)
{
    private const double DefaultMinutes = 10;
    private const double MinMinutes = 0.1;
    private const double MaxMinutes = 24 * 60;
    private const int MinWebhooks = 100;
    private const int MaxWebhooks = 1_000_000;

    /// <summary>A short run sends at least these, a long one more.</summary>
    private const int LeastWebhooks = 20_000;
    private const int WebhooksPerMinute = 3_000;

    /// <param name="newSeed">Asked where none is given.</param>
    /// <exception cref="ChaosUsageException">They cannot be read; the message says which and why.</exception>
    public static ChaosArguments Parse(string[] args, Func<int> newSeed)
    {
        double minutes = DefaultMinutes;
        int? seed = null, webhooks = null;
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            switch (name)
            {
                case "--minutes":
                    minutes = Minutes(Value());
                    break;
                case "--seed":
                    seed = Whole(name, Value(), 0, int.MaxValue);
                    break;
                case "--webhooks":
                    webhooks = Whole(name, Value(), MinWebhooks, MaxWebhooks);
                    break;
                default:
                    throw new ChaosUsageException($"chaos has no argument {args[i]}.");
            }

            string Value() => value ?? (++i < args.Length ? args[i] : throw new ChaosUsageException($"{name} needs a number."));
        }

        return new ChaosArguments(
            TimeSpan.FromMinutes(minutes),
            seed ?? newSeed(),
            webhooks ?? Math.Min(MaxWebhooks, Math.Max(LeastWebhooks, (int)(minutes * WebhooksPerMinute))));
    }

    private static double Minutes(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes is >= MinMinutes and <= MaxMinutes
            ? minutes
            : throw new ChaosUsageException(Message("--minutes", MinMinutes, MaxMinutes, text));

    private static int Whole(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ChaosUsageException(Message(name, least, most, text));

    private static string Message(string name, double least, double most, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} is a number from {least} to {most}, not {text}.");
}
