using Microsoft.Extensions.Options;
using Payshift.Core.Processing;

namespace Payshift.Tests.Processing;

public sealed class BatchSizerTests
{
    [Fact]
    public void It_grows_to_the_ceiling_while_larger_batches_are_faster()
    {
        var sizer = Create();
        Assert.Equal(15, sizer.Size);

        // A fixed cost a batch: the larger, the faster.
        var size = Run(sizer, 200, asked => Full(asked), asked => TimeSpan.FromMilliseconds(100 + asked * 0.1));

        Assert.Equal(200, size);
    }

    [Fact]
    public void It_stays_where_larger_batches_are_no_faster()
    {
        var sizer = Create();

        var sizes = new List<int>();
        for (var batch = 0; batch < 400; batch++)
        {
            sizes.Add(Run(sizer, 1, asked => Full(asked), asked => TimeSpan.FromMilliseconds(asked)));
        }

        Assert.InRange(sizes.Max(), 15, 33);
    }

    [Fact]
    public void It_shrinks_when_a_provider_asks_to_be_left_alone()
    {
        var sizer = Create();
        var grown = Run(sizer, 100, asked => Full(asked), asked => TimeSpan.FromMilliseconds(100 + asked * 0.1));

        var throttled = Run(sizer, 1, asked => Full(asked) with { Throttled = true }, _ => TimeSpan.FromSeconds(1));

        Assert.InRange(throttled, grown / 3, 0.6 * grown);
    }

    [Fact]
    public void It_shrinks_to_the_floor_while_most_webhooks_fail()
    {
        var sizer = Create();
        Run(sizer, 100, asked => Full(asked), asked => TimeSpan.FromMilliseconds(100 + asked * 0.1));

        Assert.Equal(10, Run(sizer, 30, asked => new BatchResult(asked, asked / 4, asked - asked / 4, 0), _ => TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void It_learns_nothing_from_batches_that_were_not_full()
    {
        var sizer = Create();

        Assert.Equal(15, Run(sizer, 100, asked => new BatchResult(asked - 1, asked - 1, 0, 0), _ => TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void A_fixed_size_is_kept()
    {
        var sizer = Create(options => options.BatchSize = 42);

        Assert.Equal(42, Run(sizer, 100, asked => Full(asked) with { Throttled = true }, _ => TimeSpan.FromMilliseconds(1)));
    }

    private static BatchSizer Create(Action<ProcessingOptions>? configure = null)
    {
        var options = new ProcessingOptions();
        configure?.Invoke(options);
        return new BatchSizer(Options.Create(options));
    }

    private static BatchResult Full(int asked) => new(asked, asked, 0, 0);

    private static int Run(BatchSizer sizer, int batches, Func<int, BatchResult> batch, Func<int, TimeSpan> elapsed)
    {
        for (var i = 0; i < batches; i++)
        {
            var asked = sizer.Size;
            sizer.Observe(asked, batch(asked), elapsed(asked));
        }

        return sizer.Size;
    }
}
