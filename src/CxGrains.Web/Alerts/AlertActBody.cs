using System.Globalization;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Json;

namespace CxGrains.Web.Alerts;

/// <summary>What a request wants done with an alert.</summary>
internal static class AlertActBody
{
    /// <summary>Reads it.</summary>
    /// <param name="body">The body; null where it was left out.</param>
    /// <param name="action">What the path says.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="InvalidFieldException">A field is missing or outside its range.</exception>
    public static AlertAct Read(JsonBody? body, AlertAction action, string actor, DateTimeOffset now)
    {
        var note = body?.FindText("note");
        if (note?.Length > AlertAct.NoteCharsMax)
        {
            throw new InvalidFieldException("note", $"has {note.Length} characters, above the limit of {AlertAct.NoteCharsMax}");
        }

        return new AlertAct(
            now.ToUnixTimeMilliseconds(),
            Excerpt.Of(actor, AlertAct.ActorCharsMax),
            action,
            action == AlertAction.Snooze ? UntilMs(body, now) : 0,
            action == AlertAction.Resolve ? OutcomeOf(body) : null,
            string.IsNullOrWhiteSpace(note) ? null : note);
    }

    /// <summary>The fields of a body.</summary>
    public static string[] FieldsOf(AlertAction action) => action switch
    {
        AlertAction.Snooze => ["note", "until"],
        AlertAction.Resolve => ["note", "outcome"],
        _ => ["note"],
    };

    private static long UntilMs(JsonBody? body, DateTimeOffset now)
    {
        var text = body?.FindText("until") ?? throw new InvalidFieldException("until", "is missing");
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
        {
            throw new InvalidFieldException("until", $"must be an ISO 8601 time, such as 2026-06-30T08:00:00Z; it is '{Text.Shorten(text)}'");
        }

        return until > now && until <= now.AddDays(AlertAct.SnoozeDaysMax)
            ? until.ToUnixTimeMilliseconds()
            : throw new InvalidFieldException("until", $"must lie ahead, at most {AlertAct.SnoozeDaysMax} days; it is {until.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}");
    }

    private static AlertOutcome OutcomeOf(JsonBody? body) => body?.FindText("outcome") switch
    {
        "saved" => AlertOutcome.Saved,
        "lost" => AlertOutcome.Lost,
        "falseAlarm" => AlertOutcome.FalseAlarm,
        null => throw new InvalidFieldException("outcome", "is missing"),
        { } other => throw new InvalidFieldException("outcome", $"'{Text.Shorten(other)}' is none of saved, lost, falseAlarm"),
    };
}
