using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxGrains.Abstractions.Moving;

/// <summary>Parts as lines of JSON, the same for who sends and who takes them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MovedPart))]
public sealed partial class MoveJson : JsonSerializerContext
{
    /// <summary>A part as UTF-8 JSON, without a line's end.</summary>
    public static byte[] Write(MovedPart part) => JsonSerializer.SerializeToUtf8Bytes(part, Default.MovedPart);

    /// <summary>Reads what <see cref="Write"/> gave.</summary>
    /// <exception cref="JsonException">It is no part.</exception>
    public static MovedPart Read(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, Default.MovedPart) ?? throw new JsonException("null is no part.");
}
