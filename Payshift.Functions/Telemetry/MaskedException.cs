using Payshift.Core.Monitoring;

namespace Payshift.Functions.Telemetry;

/// <summary>Stands in telemetry for an exception whose text has a card number, with everything else of it in its message.</summary>
internal sealed class MaskedException(Exception masked) : Exception(SensitiveText.Mask(masked.ToString()));
