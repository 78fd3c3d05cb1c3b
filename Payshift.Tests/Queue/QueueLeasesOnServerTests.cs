namespace Payshift.Tests.Queue;

[Collection(ServicesCollection.Name)]
public sealed class QueueLeasesOnServerTests(ServicesFixture services) : QueueLeasesTests(services);
