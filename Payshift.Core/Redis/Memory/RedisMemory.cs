namespace Payshift.Core.Redis.Memory;

/// <summary>The memory of Redis, over all shards that hold partitions.</summary>
/// <param name="UsedBytes">In use now.</param>
/// <param name="PeakBytes">The most that was in use since the servers started.</param>
/// <param name="MaxBytes">The limit; 0 where a server has none.</param>
/// <param name="Servers">Servers that were asked.</param>
public sealed record RedisMemory(long UsedBytes, long PeakBytes, long MaxBytes, int Servers);
