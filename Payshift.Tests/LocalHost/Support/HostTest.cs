using Payshift.LocalHost;

namespace Payshift.Tests.LocalHost.Support;

/// <summary>The base of a test class that calls a <see cref="TestHost"/> with the functions of these classes; each test has its own.</summary>
public abstract class HostTest(params Type[] functions) : IAsyncLifetime
{
    private LocalHostApplication _host = null!;

    private protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync(functions);
        Client = _host.Client();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }
}
