using System.Text.Json.Serialization;

namespace Payshift.Core.Operations;

/// <summary>The converter that writes enums as <c>timeBudget</c>.</summary>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;
