using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxGrains.Domain.Alerts;

/// <summary>Writes a time of day to the minute, as <c>22:00</c>: the form in which it is sent.</summary>
public sealed class TimeOfDayConverter : JsonConverter<TimeOnly>
{
    /// <summary>The form.</summary>
    public const string Format = "HH:mm";

    /// <inheritdoc/>
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.ParseExact(reader.GetString()!, Format, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Format, CultureInfo.InvariantCulture));
}
