using System.Text.Json.Serialization;

namespace CxGrains.Abstractions.Reports;

/// <summary>Serialisers of what is stored of reports.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredReport))]
[JsonSerializable(typeof(StoredIssue))]
internal sealed partial class ReportJson : JsonSerializerContext;
