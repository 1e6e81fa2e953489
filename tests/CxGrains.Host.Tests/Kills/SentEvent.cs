using System.Text.Json;

namespace CxGrains.Host.Tests.Kills;

/// <summary>One of the numbered events a <see cref="Sender"/> sends.</summary>
internal sealed record SentEvent(string Id, string Customer, string Type, long AtMs, string Channel)
{
    /// <summary>The amount of a purchase in cents.</summary>
    public long Cents { get; init; }

    /// <summary>The score of an answer.</summary>
    public int Score { get; init; }

    /// <summary>What names an answer apart from the event; an edit has that of what it edits.</summary>
    public string? Response { get; init; }

    /// <summary>The revision of an answer.</summary>
    public int Revision { get; init; }

    /// <summary>The trait an <c>identify</c> sets.</summary>
    public string? Plan { get; init; }

    /// <summary>As it goes over the wire.</summary>
    public string ToJson() => JsonSerializer.Serialize<object>(Type switch
    {
        "purchase" => new { id = Id, customer = Customer, type = Type, at = AtMs, channel = Channel, value = Cents / 100m, currency = "EUR" },
        "survey_response" => new { id = Id, customer = Customer, type = Type, at = AtMs, channel = Channel, survey = KillTests.Survey, score = Score, response = Response, revision = Revision },
        "identify" => new { id = Id, customer = Customer, type = Type, at = AtMs, channel = Channel, traits = new { plan = Plan } },
        _ => new { id = Id, customer = Customer, type = Type, at = AtMs, channel = Channel },
    });
}
