using System.Globalization;
using System.Text.Json;
using CxGrains.Domain;
using CxGrains.Host.Demo.Company;

namespace CxGrains.Host.Demo.Behaviour;

/// <summary>One interaction of the demo, which becomes the JSON that any sender would send.</summary>
internal sealed record DemoInteraction
{
    /// <summary>Whose.</summary>
    public required DemoCustomer Customer { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>When, Unix milliseconds UTC.</summary>
    public required long AtMs { get; init; }

    /// <summary>The channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The touchpoint.</summary>
    public string? Touchpoint { get; init; }

    /// <summary>The amount in EUR: the company sends all its bills in it.</summary>
    public decimal? Value { get; init; }

    /// <summary>Name and value of a property that says what it was about.</summary>
    public (string Name, string Text)? About { get; init; }

    /// <summary>The ticket it is about.</summary>
    public string? Ticket { get; init; }

    /// <summary>How much a search found.</summary>
    public int? Results { get; init; }

    /// <summary>How long it lasted.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>The survey that was sent or answered.</summary>
    public string? Survey { get; init; }

    /// <summary>The score of an answer.</summary>
    public int? Score { get; init; }

    /// <summary>The words of an answer.</summary>
    public string? Comment { get; init; }

    /// <summary>The UTC day the contract of the customer's business renews, where it introduces itself.</summary>
    public DateOnly? RenewalDate { get; init; }

    /// <summary>Writes it as the ingest contract asks.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="id">Its id.</param>
    public void WriteTo(Utf8JsonWriter writer, string id)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("customer", Customer.Id);
        writer.WriteString("type", Type);
        writer.WriteString("at", Instants.ToTime(AtMs).UtcDateTime);
        WriteText(writer, "channel", Channel);
        WriteText(writer, "touchpoint", Touchpoint);
        if (Value is { } value)
        {
            writer.WriteNumber("value", value);
            writer.WriteString("currency", "EUR");
        }

        WriteText(writer, "survey", Survey);
        if (Score is { } score)
        {
            writer.WriteNumber("score", score);
            writer.WriteString("response", "r-" + id);
        }

        WriteText(writer, "comment", Comment);
        WriteProperties(writer);
        WriteIdentity(writer);
        writer.WriteEndObject();
    }

    private void WriteProperties(Utf8JsonWriter writer)
    {
        if (About is null && Ticket is null && Results is null && DurationSeconds is null)
        {
            return;
        }

        writer.WriteStartObject("properties");
        WriteText(writer, "ticket", Ticket);
        if (About is var (name, text))
        {
            writer.WriteString(name, text);
        }

        WriteNumber(writer, "results", Results);
        WriteNumber(writer, "durationSeconds", DurationSeconds);
        writer.WriteEndObject();
    }

    private void WriteIdentity(Utf8JsonWriter writer)
    {
        if (Type == "consent")
        {
            writer.WriteString("purpose", "testimonial");
            writer.WriteBoolean("granted", true);
        }

        if (Type == "group")
        {
            writer.WriteString("account", Customer.Account!.Name);
        }

        if (Type != "identify")
        {
            return;
        }

        writer.WriteStartObject("traits");
        writer.WriteString("name", Customer.Name);
        writer.WriteString("email", Customer.Email);
        writer.WriteString("plan", Customer.Plan);
        writer.WriteString("country", Customer.Culture.Country);
        WriteText(writer, "renewalDate", RenewalDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
