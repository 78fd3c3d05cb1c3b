namespace Payshift.Cli.Output;

/// <summary>The form of what a command writes to standard output.</summary>
internal enum OutputFormat
{
    Text,
    Json,
}
