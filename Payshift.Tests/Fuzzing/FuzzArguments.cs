using System.Globalization;

namespace Payshift.Tests.Fuzzing;

/// <summary>The arguments of <c>./dev fuzz</c>.</summary>
/// <param name="Target">Null for all of them.</param>
internal sealed record FuzzArguments(TimeSpan Time, string? Target, string? Seed)
{
    private const double DefaultMinutes = 1;
    private const double MaxMinutes = 24 * 60;

    /// <returns>Null where they cannot be read.</returns>
    public static FuzzArguments? Parse(string[] args)
    {
        var arguments = new FuzzArguments(TimeSpan.FromMinutes(DefaultMinutes), null, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                return null;
            }

            var value = args[i + 1];
            switch (args[i])
            {
                case "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= MaxMinutes:
                    arguments = arguments with { Time = TimeSpan.FromMinutes(minutes) };
                    break;
                case "--target":
                    arguments = arguments with { Target = value };
                    break;
                case "--seed":
                    arguments = arguments with { Seed = value };
                    break;
                default:
                    return null;
            }
        }

        return arguments;
    }
}
