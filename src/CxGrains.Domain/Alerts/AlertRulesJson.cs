using System.Text.Json.Serialization;

namespace CxGrains.Domain.Alerts;

/// <summary>How alert rules are stored: the names that the API has.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AlertRules))]
internal sealed partial class AlertRulesJson : JsonSerializerContext;
