namespace Payshift.Tests.Infrastructure;

/// <summary>
/// The base of a test class on real services, each of whose tests begins with an empty Redis. Tables are shared by all tests of
/// a collection and keep their rows: <see cref="Run"/> tells those of a test from others.
/// </summary>
public abstract class ServicesTest(ServicesFixture services) : IAsyncLifetime
{
    private protected ServicesFixture Services { get; } = services;

    /// <summary>Eight characters that no other test has.</summary>
    private protected string Run { get; } = Guid.NewGuid().ToString("N")[..8];

    public virtual Task InitializeAsync() => Services.EmptyRedisAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;
}
