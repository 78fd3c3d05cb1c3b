using Payshift.Samples;

namespace Payshift.Cli.Sending;

/// <summary>An order to send sample deliveries.</summary>
/// <param name="Count">New events.</param>
/// <param name="Rate">New events a second; as fast as they are answered where null.</param>
/// <param name="Duplicate">Whether each delivery is sent a second time.</param>
/// <param name="Tamper">Whether somebody meddles with each on its way.</param>
internal sealed record SendOrder(SampleProvider Sample, SampleRequest Request, int Count, double? Rate, bool Duplicate, bool Tamper);
