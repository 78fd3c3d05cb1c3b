using Payshift.Samples;


namespace Payshift.Cli.Sending;

/// <summary>The list of every provider and event that can be sent.</summary>
internal static class SampleList
{
    public static void Write(IAnsiConsole console, SampleCatalog catalog, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(catalog.ByName.Select(sample => new { Provider = sample.Name, Events = sample.EventTypes })));
            return;
        }

        var events = catalog.ByName.SelectMany(sample => sample.EventTypes.Select(type => (sample.Name, Type: type))).ToList();
        console.Write(TextTable.Of<(string Name, string Type)>(
            events, [new("Provider", 2, item => item.Name), new("Event", 1, item => item.Type)], console.Profile.Width));
    }
}
