using System.Diagnostics;
using OpenTelemetry;

namespace Payshift.Functions.Telemetry;

/// <summary>
/// Leaves of a URL what is ours: paths and queries carry keys (<c>code</c>), path secrets and references, and whoever calls
/// chooses them.
/// </summary>
internal sealed class UrlScrubber : BaseProcessor<Activity>
{
    private const string Path = "url.path";
    private const string Route = "http.route";
    private const string Full = "url.full";

    /// <summary>What others wrote, and nobody needs.</summary>
    private static readonly string[] Unwanted = ["url.query", "user_agent.original"];

    public override void OnEnd(Activity data)
    {
        foreach (var name in Unwanted)
        {
            // Null takes a tag away, and adds none.
            data.SetTag(name, null);
        }

        if (data.GetTagItem(Path) is not null)
        {
            data.SetTag(Path, data.GetTagItem(Route) is string route ? $"/{route.TrimStart('/')}" : "/");
        }

        if (data.GetTagItem(Full) is string full)
        {
            data.SetTag(Full, Uri.TryCreate(full, UriKind.Absolute, out var url) ? $"{url.Scheme}://{url.Authority}/" : null);
        }

        if (data.StatusDescription is not null)
        {
            // It can be the text of an exception. What failed has its type, and its log.
            data.SetStatus(data.Status);
        }
    }
}
