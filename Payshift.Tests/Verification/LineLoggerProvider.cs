using Microsoft.Extensions.Logging;

namespace Payshift.Tests.Verification;

/// <summary>Hands every line of every category on, whatever its level.</summary>
internal sealed class LineLoggerProvider(Action<string> write) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        write($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        write($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
