namespace Payshift.Tests.Infrastructure;

/// <summary>Services of their own for tests that roll up and delete: elsewhere they would meet the rows of others.</summary>
[CollectionDefinition(Name)]
public sealed class CleanupCollection : ICollectionFixture<ServicesFixture>
{
    public const string Name = "services with their own tables";

    private static int _taken;

    /// <summary>Cleanup only goes forward: each test takes days after those of the one before, and after any time of a real clock.</summary>
    public static DateTimeOffset NextDay() => new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(10 * Interlocked.Increment(ref _taken));
}
