namespace Payshift.Tests.Queue;

[Collection(ServicesCollection.Name)]
public sealed class RedisWebhookQueueOnServerTests(ServicesFixture services) : RedisWebhookQueueTests(services);
