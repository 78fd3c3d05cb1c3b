using System.Text.Json;
using System.Text.Json.Serialization;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>Writes enums as <c>timeBudget</c>.</summary>
internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;
