using System.Text.Json.Serialization;

namespace Payshift.Core.Operations;

/// <summary>Writes enums as <c>timeBudget</c>.</summary>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;
