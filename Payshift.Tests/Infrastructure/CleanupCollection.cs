namespace Payshift.Tests.Infrastructure;

/// <summary>The tests that roll up and delete, on services of their own: elsewhere they would meet the rows of others.</summary>
[CollectionDefinition(Name)]
public sealed class CleanupCollection : ICollectionFixture<ServicesFixture>
{
    public const string Name = "services with their own tables";

    private static int _taken;

    /// <summary>A day after those of the tests before, and after any time of a real clock: cleanup only goes forward.</summary>
    public static DateTimeOffset NextDay() => new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(10 * Interlocked.Increment(ref _taken));
}
