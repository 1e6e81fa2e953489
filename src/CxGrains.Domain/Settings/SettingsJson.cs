using System.Text.Json.Serialization;

namespace CxGrains.Domain.Settings;

/// <summary>How settings are stored: the names that the API has.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(WorkspaceSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
