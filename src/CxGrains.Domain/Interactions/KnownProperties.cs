using System.Text.Json;

namespace CxGrains.Domain.Interactions;

/// <summary>
/// What is picked from <c>properties</c> beside a label. They are free: a value that is not of the kind wanted is as good as not sent,
/// but for a ticket's id, without which an event would count for the wrong ticket.
/// </summary>
internal struct KnownProperties
{
    private const string TicketField = "properties.ticket";

    private FirstFault _ticketFault;

    /// <summary>See <see cref="Interaction.Ticket"/>.</summary>
    public string? Ticket { get; private set; }

    /// <summary>See <see cref="Interaction.StaySeconds"/>.</summary>
    public int StaySeconds { get; private set; }

    /// <summary>See <see cref="Interaction.FoundNothing"/>.</summary>
    public bool FoundNothing { get; private set; }

    /// <summary>What is wrong with the ticket's id, which concerns only types that belong to a ticket.</summary>
    public readonly FirstFault TicketFault => _ticketFault;

    /// <summary>What a property's name means. The length alone tells nearly all of them apart.</summary>
    public static KnownProperty Of(ReadOnlySpan<byte> key) => key.Length switch
    {
        6 when key.SequenceEqual("ticket"u8) => KnownProperty.Ticket,
        7 when key.SequenceEqual("results"u8) => KnownProperty.Results,
        15 when key.SequenceEqual("durationSeconds"u8) => KnownProperty.DurationSeconds,
        _ => KnownProperty.None,
    };

    /// <summary>Reads a value the reader stands on; stays there where it is an object or a list.</summary>
    public void Read(KnownProperty property, ref Utf8JsonReader reader)
    {
        if (property == KnownProperty.Ticket)
        {
            Ticket = ReadTicket(ref reader);
        }
        else if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && number >= 0)
        {
            FoundNothing = property == KnownProperty.Results ? number == 0 : FoundNothing;
            StaySeconds = property == KnownProperty.DurationSeconds ? (int)Math.Round(Math.Min(number, Limits.StaySecondsMax)) : StaySeconds;
        }
    }

    private string? ReadTicket(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return FieldText.ReadId(ref reader, TicketField, ref _ticketFault);
            case JsonTokenType.Number:
                return FieldId.ReadFingerprint(ref reader, TicketField, ref _ticketFault) == 0 ? null : FieldId.ReadStart(ref reader);
            case JsonTokenType.Null:
                return null;
            default:
                _ticketFault.Add(TicketField, $"is {Offending.Value(ref reader)}; a text of 1 to {Limits.IdCharsMax} characters or a whole number is wanted");
                return null;
        }
    }
}
