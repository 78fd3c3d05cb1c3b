using Azure;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Storage;

namespace Payshift.Tests.Storage;

public sealed class StorageCircuitTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Mock<ICircuitRegistry> _registry = new();
    private int _calls;

    [Fact]
    public async Task It_opens_on_outages_says_so_and_closes_when_the_tables_answer_again()
    {
        var circuit = new StorageCircuit(_registry.Object, _clock);
        await FailAsync(circuit, Outage());
        await FailAsync(circuit, Outage());
        Assert.False(circuit.IsClosed);
        _registry.Verify(registry => registry.ReportOpenAsync("tables", It.IsAny<string>(), It.IsAny<TimeSpan>()), Times.Once);

        await FailAsync(circuit, Outage());
        Assert.Equal(2, _calls);

        _clock.Advance(TimeSpan.FromSeconds(6));
        await FailAsync(circuit, Outage());
        Assert.Equal(3, _calls);
        Assert.False(circuit.IsClosed);

        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(1, await circuit.UseAsync(() => Task.FromResult(1)));
        Assert.True(circuit.IsClosed);
        _registry.Verify(registry => registry.ReportClosedAsync("tables"), Times.Once);
    }

    [Fact]
    public async Task Refused_and_cancelled_requests_do_not_open_it()
    {
        var circuit = new StorageCircuit(_registry.Object, _clock);
        for (var i = 0; i < 10; i++)
        {
            await FailAsync(circuit, new StorageUnavailableException("refused", new RequestFailedException(400, "bad row")));
            await FailAsync(circuit, new StorageUnavailableException("gone", new TaskCanceledException()));
        }

        Assert.True(circuit.IsClosed);
        Assert.Equal(20, _calls);
    }

    private Task<StorageUnavailableException> FailAsync(StorageCircuit circuit, StorageUnavailableException exception) =>
        Assert.ThrowsAsync<StorageUnavailableException>(() => circuit.UseAsync<int>(() =>
        {
            _calls++;
            throw exception;
        }));

    private static StorageUnavailableException Outage() => new("away", new RequestFailedException(503, "busy"));
}
