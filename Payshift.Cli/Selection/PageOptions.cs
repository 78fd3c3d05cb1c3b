using System.CommandLine.Parsing;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Selection;

/// <summary>The options that say how much of a list is meant.</summary>
/// <param name="what">What is listed, for example <c>failures</c>.</param>
internal sealed class PageOptions(string what)
{
    private const int Usual = 50;

    private readonly Option<int> _limit = CommonOptions.Number("--limit", $"How many {what} at the most.", what, Usual, least: 1);
    private readonly Option<bool> _all = new("--all") { Description = $"All {what}, however many." };
    private readonly Option<string?> _continuation = new("--continuation") { Description = "Goes on where an earlier call with the same options ended; its JSON says where.", HelpName = "text" };

    public void AddTo(Command command)
    {
        command.Add(_limit);
        command.Add(_all);
        command.Add(_continuation);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_all) && CommonOptions.IsGiven(result, _limit))
            {
                result.AddError("--all and --limit exclude each other.");
            }
        });
    }

    public bool IsGiven(CommandResult result) => new Option[] { _limit, _all, _continuation }.Any(option => CommonOptions.IsGiven(result, option));

    /// <inheritdoc cref="ListPage{T}.FollowAsync"/>
    public Task<ListPage<T>> ReadAsync<T>(ParseResult parsed, Func<string?, int, Task<ListPage<T>>> read, CancellationToken cancellationToken) =>
        ListPage<T>.FollowAsync(parsed.GetValue(_continuation), parsed.GetValue(_all) ? int.MaxValue : parsed.GetValue(_limit), read, cancellationToken);
}
