using Microsoft.Extensions.Logging;
using Payshift.Core.Operations.Audit;

namespace Payshift.Cli.Clients;

/// <summary>
/// A notice, given once, that what is done by hand is missing from the audit: a host has it in its log, the command has only
/// this.
/// </summary>
internal sealed class AuditNotice(TextWriter error) : ILoggerProvider, ILogger
{
    private int _said;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == AuditTrail.UnwrittenEvent && Interlocked.Exchange(ref _said, 1) == 0)
        {
            error.WriteLine("payshift: this is not in the audit: Table Storage does not answer.");
        }
    }

    public void Dispose()
    {
    }
}
