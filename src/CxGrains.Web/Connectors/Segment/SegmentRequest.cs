using System.Text.Json;
using System.Text.Unicode;
using CxGrains.Web.Problems;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Connectors.Segment;

/// <summary>A request of Segment's API, split into its events.</summary>
internal sealed class SegmentRequest
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = SegmentLimits.DepthMax };

    private SegmentRequest()
    {
    }

    /// <summary>Where each event lies in the body.</summary>
    public List<Range> Events { get; } = [];

    /// <summary>When the sender's clock says all were sent, Unix milliseconds UTC; null where it does not.</summary>
    public long? SentAtMs { get; private set; }

    /// <summary>The key that the body brings; null for none.</summary>
    public string? WriteKey { get; private set; }

    /// <summary>Splits a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isBatch">Whether it holds a list of events, and is not one itself.</param>
    /// <exception cref="ProblemException">It is not well formed, too large, or no batch.</exception>
    public static SegmentRequest Read(ReadOnlySpan<byte> body, bool isBatch)
    {
        // The JSON reader checks no encoding in what is skipped, and would throw late in what is kept.
        if (!Utf8.IsValid(body))
        {
            throw Bad("body", "is not valid UTF-8");
        }

        try
        {
            var request = new SegmentRequest();
            request.Read(body, isBatch, new Utf8JsonReader(body, Options));
            return request;
        }
        catch (JsonException fault)
        {
            throw Bad("body", $"is not well-formed JSON: {fault.Message}");
        }
        catch (UnreadableException fault)
        {
            throw Bad("sentAt", fault.Message);
        }
        catch (InvalidOperationException fault)
        {
            // Half a surrogate pair in an escape.
            throw Bad("writeKey", $"is not valid text: {fault.Message}");
        }
    }

    private static ProblemException Bad(string field, string detail) => new(Problem.Invalid(field, detail));

    private void Read(ReadOnlySpan<byte> body, bool isBatch, Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Bad("body", $"is a {reader.TokenType} and must be an object");
        }

        var hasBatch = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (isBatch && reader.ValueTextEquals("batch"u8))
            {
                hasBatch = true;
                reader.Read();
                ReadEvents(ref reader);
            }
            else if (isBatch && reader.ValueTextEquals("sentAt"u8))
            {
                reader.Read();
                SentAtMs = SegmentEventReader.Instant(ref reader, "sentAt");
            }
            else if (reader.ValueTextEquals("writeKey"u8))
            {
                reader.Read();
                WriteKey = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // Anything behind the object is a fault, which reading on brings out.
        reader.Read();
        if (!isBatch)
        {
            Add(0, body.Length);
        }
        else if (!hasBatch)
        {
            throw Bad("batch", "is missing; a list of events is wanted");
        }
    }

    private void ReadEvents(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Bad("batch", $"is a {reader.TokenType} and must be a list");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            Add(start, (int)reader.BytesConsumed);
        }
    }

    private void Add(int start, int end)
    {
        if (end - start > SegmentLimits.EventBytesMax)
        {
            throw new ProblemException(Problem.TooLarge($"batch[{Events.Count}]", SegmentLimits.EventBytesMax, "bytes") with { Status = StatusCodes.Status400BadRequest });
        }

        if (Events.Count == SegmentLimits.EventsMax)
        {
            throw new ProblemException(Problem.TooLarge("batch", SegmentLimits.EventsMax, "events") with { Status = StatusCodes.Status400BadRequest });
        }

        Events.Add(new Range(start, end));
    }
}
