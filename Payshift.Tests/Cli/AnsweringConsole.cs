using Spectre.Console;
using Spectre.Console.Rendering;

namespace Payshift.Tests.Cli;

/// <summary>A terminal whose person presses these keys.</summary>
internal sealed class AnsweringConsole(IAnsiConsole console, string keys) : IAnsiConsole, IAnsiConsoleInput
{
    private readonly Queue<char> _keys = new(keys);

    public Profile Profile => console.Profile;

    public IAnsiConsoleCursor Cursor => console.Cursor;

    public IAnsiConsoleInput Input => this;

    public IExclusivityMode ExclusivityMode => console.ExclusivityMode;

    public RenderPipeline Pipeline => console.Pipeline;

    public void Clear(bool home) => console.Clear(home);

    public void Write(IRenderable renderable) => console.Write(renderable);

    public void WriteAnsi(Action<AnsiWriter> action) => console.WriteAnsi(action);

    public bool IsKeyAvailable() => _keys.Count > 0;

    public ConsoleKeyInfo? ReadKey(bool intercept)
    {
        var key = _keys.Dequeue();
        return new ConsoleKeyInfo(key, key == '\r' ? ConsoleKey.Enter : Enum.Parse<ConsoleKey>($"{char.ToUpperInvariant(key)}"), false, false, false);
    }

    public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken) => Task.FromResult(ReadKey(intercept));
}
