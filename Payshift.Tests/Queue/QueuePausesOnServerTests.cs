namespace Payshift.Tests.Queue;

[Collection(ServicesCollection.Name)]
public sealed class QueuePausesOnServerTests(ServicesFixture services) : QueuePausesTests(services);
