using System.Diagnostics;
using System.Reflection;

namespace Payshift.Tests.Infra;

/// <summary>The Bicep compiler, which comes as a NuGet package of its own for each kind of machine.</summary>
internal static class BicepCompiler
{
    public const string Missing = "There is no package of the Bicep compiler for this machine: infra/ was not compiled.";

    private static readonly string? Folder = typeof(BicepCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "BicepFolder")?.Value;

    public static bool IsHere => Folder is not null;

    /// <returns>What it wrote, and what it had to say: nothing where all is well.</returns>
    public static async Task<(int Code, string Output, string Diagnostics)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(Folder!, OperatingSystem.IsWindows() ? "bicep.exe" : "bicep");
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the files of parameters ask for; azd sets them.
        start.Environment["AZURE_ENV_NAME"] = "test";
        start.Environment["AZURE_LOCATION"] = "westeurope";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, (await error).Trim());
    }
}
