namespace Payshift.LocalHost;

/// <summary>The lines that the host prints once it runs.</summary>
internal sealed class Banner
{
    public string? DataFolder { get; init; }

    public string Services { get; set; } = "";

    public string? KeyFile { get; set; }

    /// <summary>The key, if this start created it; shown only once.</summary>
    public string? NewKey { get; set; }

    public void Write(TextWriter output, IEnumerable<string> urls)
    {
        foreach (var url in urls.Select(url => url.TrimEnd('/')))
        {
            output.WriteLine($"Payshift listens on {url}");
            output.WriteLine($"  webhooks  {url}/payment/webhooks/{{provider}}");
            output.WriteLine($"  health    {url}/payment/health");
        }

        output.WriteLine($"  services  {Services}");
        output.WriteLine($"  data      {DataFolder ?? "none here, all services are configured"}");
        output.WriteLine($"  key       {(KeyFile is null ? "as configured" : $"in {KeyFile}")}");
        if (NewKey is not null)
        {
            output.WriteLine($"  new key   {NewKey} (shown only now)");
        }

        output.WriteLine("Press Ctrl+C to stop.");
        output.Flush();
    }
}
