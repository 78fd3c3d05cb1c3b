using System.Text.Json.Serialization;

namespace Payshift.Core.Operations;

/// <summary>The usual answer to an accepted delivery.</summary>
public sealed record DeliveryResponse([property: JsonRequired] int Kept, [property: JsonRequired] int Duplicates);
