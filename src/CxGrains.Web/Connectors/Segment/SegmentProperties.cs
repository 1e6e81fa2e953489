using System.Globalization;
using System.Text.Json;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>The properties of an event that are fields of an interaction.</summary>
internal struct SegmentProperties
{
    private static readonly string[] AnswerFields = ["survey", "metric", "scale", "score", "comment", "response", "revision"];

    private decimal? _revenue;
    private decimal? _total;
    private decimal? _value;
    private string? _currency;
    private Dictionary<string, object>? _answer;

    /// <summary>Reads them.</summary>
    /// <param name="utf8">The properties, an object.</param>
    public static SegmentProperties Read(ReadOnlySpan<byte> utf8)
    {
        var read = default(SegmentProperties);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = SegmentLimits.DepthMax });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            read.ReadMember(ref reader);
        }

        return read;
    }

    /// <summary>Writes what the type has a field for.</summary>
    public readonly void Write(Utf8JsonWriter writer, string type)
    {
        var amount = type switch
        {
            // A refund's total is what goes back; of a purchase the revenue leaves out what only passes through.
            InteractionTypes.Refund => _total ?? _revenue ?? _value,
            _ => _revenue ?? _total ?? _value,
        };
        if (amount is { } value && Math.Abs(value) <= Limits.ValueMax)
        {
            writer.WriteNumber("value"u8, value);
            if (_currency is { Length: 3 } currency && currency.All(char.IsAsciiLetter))
            {
                writer.WriteString("currency"u8, currency);
            }
        }

        if (type is InteractionTypes.SurveyResponse or InteractionTypes.SurveySent && _answer is not null)
        {
            foreach (var (name, field) in _answer)
            {
                if (field is decimal number)
                {
                    writer.WriteNumber(name, number);
                }
                else
                {
                    writer.WriteString(name, (string)field);
                }
            }
        }
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("revenue"u8))
        {
            _revenue = Amount(ref reader);
        }
        else if (reader.ValueTextEquals("total"u8))
        {
            _total = Amount(ref reader);
        }
        else if (reader.ValueTextEquals("value"u8))
        {
            _value = Amount(ref reader);
        }
        else if (reader.ValueTextEquals("currency"u8))
        {
            reader.Read();
            _currency = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }
        else if (AnswerField(ref reader) is { } field)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                (_answer ??= [])[field] = Excerpt.Of(reader.GetString()!, Limits.CommentCharsMax);
            }
            else if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
            {
                (_answer ??= [])[field] = number;
            }

            reader.Skip();
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private static string? AnswerField(ref Utf8JsonReader reader)
    {
        foreach (var field in AnswerFields)
        {
            if (reader.ValueTextEquals(field))
            {
                return field;
            }
        }

        return null;
    }

    // Some senders write amounts as texts.
    private static decimal? Amount(ref Utf8JsonReader reader)
    {
        reader.Read();
        decimal? amount = reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => number,
            JsonTokenType.String when decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
        reader.Skip();
        return amount;
    }
}
