using System.Text.Json.Serialization;

namespace CxGrains.Abstractions.Delivery;

/// <summary>Serialisers of what the outbox stores.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Destination))]
[JsonSerializable(typeof(Notice))]
internal sealed partial class DestinationJson : JsonSerializerContext;
