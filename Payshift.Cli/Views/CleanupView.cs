using Payshift.Core.Operations;

namespace Payshift.Cli.Views;

/// <summary>The display of a cleanup's counts.</summary>
internal static class CleanupView
{
    public static void Write(IAnsiConsole console, CleanupResponse report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.WriteLine(report));
            return;
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Reclaimed} webhooks of dead workers and {report.Recovered} that nothing held wait again"));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Stale} waited too long and are kept as failures; {report.Forgotten} old duplicates forgotten"));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.RolledHours} hours of batches rolled up; {report.Expired.Total()} rows were kept for long enough and are removed; {report.ElapsedSeconds:0.00} s"));
    }
}
