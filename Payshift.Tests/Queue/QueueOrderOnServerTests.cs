namespace Payshift.Tests.Queue;

[Collection(ServicesCollection.Name)]
public sealed class QueueOrderOnServerTests(ServicesFixture services) : QueueOrderTests(services);
