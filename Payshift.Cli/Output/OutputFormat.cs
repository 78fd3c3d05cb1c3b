namespace Payshift.Cli.Output;

/// <summary>What a command writes to standard output.</summary>
internal enum OutputFormat
{
    Text,
    Json,
}
