using System.Globalization;
using System.Text.Json;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Alerts;

/// <summary>Reads an alert rule as sent. Every fault names the field by its path.</summary>
public static class AlertRuleReader
{
    /// <summary>The rule.</summary>
    /// <param name="json">The object. A version that was got with it is let through: the ETag is what counts.</param>
    /// <param name="id">Its id, which the body may repeat.</param>
    /// <exception cref="InvalidFieldException">A field is unknown, missing, or outside its range.</exception>
    public static AlertRule Read(JsonElement json, string id)
    {
        var root = new SettingsObject(
            json, "", "id", "version", "name", "severity", "owner", "condition", "filter", "cooldownMinutes", "grouping", "quietHours", "enabled");
        if (root.FindText("id", Limits.IdCharsMax) is { } stated && stated != id)
        {
            throw root.Fault("id", $"{Offending.Text(stated)} is not the path's id {Offending.Text(id)}");
        }

        var rule = new AlertRule
        {
            Id = id,
            Name = root.FindText("name", Limits.DisplayNameCharsMax) ?? id,
            Severity = root.OneOf("severity", AlertSeverity.Warning),
            Owner = root.FindText("owner", AlertRule.OwnerCharsMax),
            Condition = ReadCondition(root),
            Filter = ReadFilter(root.Child("filter", "segment", "valueMin", "account")),
            CooldownMinutes = root.Integer("cooldownMinutes", 0, AlertRule.CooldownMinutesMax, 0),
            Grouping = root.OneOf("grouping", AlertGrouping.Customer),
            QuietHours = ReadQuietHours(root),
            Enabled = root.Flag("enabled", true),
        };
        ThrowIfNarrowed(root, rule);
        return rule is { Grouping: AlertGrouping.Account, CooldownMinutes: 0 }
            ? throw root.Fault("cooldownMinutes", "must be at least 1 with the grouping account: it is the time in which an account raises one alert")
            : rule;
    }

    /// <summary>A rule that is tried out, and needs no id.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="InvalidFieldException">A field is unknown, missing, or outside its range.</exception>
    public static AlertRule Read(JsonElement json)
    {
        var id = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out var stated) && stated.ValueKind == JsonValueKind.String ? stated.GetString() : null;
        return Read(json, id ?? "dry-run");
    }

    // What is about a survey, a segment or a goal as a whole has no customers to choose from.
    private static void ThrowIfNarrowed(SettingsObject root, AlertRule rule)
    {
        if (rule.Condition.Subject is { Type: var kind } && (rule.Filter != AlertFilter.Everyone || rule.Grouping != AlertGrouping.Customer))
        {
            throw root.Fault(
                rule.Filter != AlertFilter.Everyone ? "filter" : "grouping",
                $"cannot stand beside this condition, which is about a {kind.ToString().ToLowerInvariant()} as a whole and about no customer");
        }
    }

    private static AlertCondition ReadCondition(SettingsObject root)
    {
        if (root.Find("condition") is null)
        {
            throw root.Fault("condition", "is missing");
        }

        var any = root.Child("condition", "type", "band", "points", "score", "days", "survey", "segment", "metric", "direction", "windowDays", "goal");
        _ = any.Text("type", Limits.NameCharsMax);
        var type = any.OneOf("type", AlertConditionType.RiskBand);
        var json = root.Child("condition", FieldsOf(type));
        return type switch
        {
            AlertConditionType.RiskBand => new() { Type = type, Band = ReadBand(json) },
            AlertConditionType.HealthDrop => new() { Type = type, Points = Given(json, "points", json.FindNumber("points", AlertCondition.HealthPointsMin, AlertCondition.HealthPointsMax)) },
            AlertConditionType.HealthBelow => new() { Type = type, Score = Given(json, "score", json.FindNumber("score", AlertCondition.HealthPointsMin, AlertCondition.HealthPointsMax)) },
            AlertConditionType.CsatAtMost => new()
            {
                Type = type,
                Score = Given(json, "score", json.FindNumber("score", 1, Limits.ScaleMax)),
                Survey = json.FindText("survey", Limits.IdCharsMax),
            },
            AlertConditionType.Detractor => new() { Type = type, Survey = json.FindText("survey", Limits.IdCharsMax) },
            AlertConditionType.NoContact => new() { Type = type, Days = ReadDays(json) },
            AlertConditionType.SurveyMoved => ReadMove(json, new() { Type = type, Survey = json.Text("survey", Limits.IdCharsMax) }),
            AlertConditionType.SegmentMoved => ReadMove(json, new() { Type = type, Segment = json.FindText("segment", Limits.IdCharsMax), Metric = ReadMetric(json) }),
            AlertConditionType.GoalOffTrack => new() { Type = type, Goal = json.Text("goal", Limits.IdCharsMax) },
            _ => new() { Type = type },
        };
    }

    private static string[] FieldsOf(AlertConditionType type) => type switch
    {
        AlertConditionType.RiskBand => ["type", "band"],
        AlertConditionType.HealthDrop => ["type", "points"],
        AlertConditionType.HealthBelow => ["type", "score"],
        AlertConditionType.CsatAtMost => ["type", "score", "survey"],
        AlertConditionType.Detractor => ["type", "survey"],
        AlertConditionType.NoContact => ["type", "days"],
        AlertConditionType.SurveyMoved => ["type", "survey", "direction", "windowDays"],
        AlertConditionType.SegmentMoved => ["type", "segment", "metric", "direction", "windowDays"],
        AlertConditionType.GoalOffTrack => ["type", "goal"],
        _ => ["type"],
    };

    private static AlertCondition ReadMove(SettingsObject json, AlertCondition condition) => condition with
    {
        Direction = json.OneOf("direction", MovementDirection.Down),
        WindowDays = json.Integer("windowDays", AlertCondition.WindowDaysMin, AlertCondition.WindowDaysMax, AlertCondition.WindowDaysDefault),
    };

    private static SurveyMetric ReadMetric(SettingsObject json)
    {
        _ = json.Text("metric", Limits.NameCharsMax);
        return json.OneOf("metric", SurveyMetric.Nps) is var metric && metric != SurveyMetric.Rating
            ? metric
            : throw json.Fault("metric", "must be nps, csat or ces: ratings of several surveys have nothing in common");
    }

    private static RiskBand ReadBand(SettingsObject json)
    {
        _ = json.Text("band", Limits.NameCharsMax);
        return json.OneOf("band", RiskBand.High) is var band && band is RiskBand.Medium or RiskBand.High
            ? band
            : throw json.Fault("band", "must be medium or high");
    }

    private static int ReadDays(SettingsObject json) => json.Find("days") is null
        ? throw json.Fault("days", "is missing")
        : json.Integer("days", AlertCondition.DaysMin, AlertCondition.DaysMax, 0);

    private static AlertFilter ReadFilter(SettingsObject json) => new()
    {
        Segment = json.FindText("segment", Limits.IdCharsMax),
        ValueMin = json.FindNumber("valueMin", 0, Limits.ValueMax) is { } least ? (decimal)least : null,
        Account = json.FindText("account", Limits.IdCharsMax),
    };

    private static QuietHours? ReadQuietHours(SettingsObject root)
    {
        if (root.Find("quietHours") is null)
        {
            return null;
        }

        var json = root.Child("quietHours", "from", "to", "zone", "criticalPasses");
        var zone = json.Text("zone", QuietHours.ZoneCharsMax);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            throw json.Fault("zone", $"{Offending.Text(zone)} is no time zone that is known here; write it as IANA does, such as Europe/Berlin");
        }

        var (from, to) = (ReadTime(json, "from"), ReadTime(json, "to"));
        return from == to
            ? throw json.Fault("to", "is the time at which they begin, so that they would never end")
            : new QuietHours { From = from, To = to, Zone = zone, CriticalPasses = json.Flag("criticalPasses", false) };
    }

    private static TimeOnly ReadTime(SettingsObject json, string field) =>
        TimeOnly.TryParseExact(json.Text(field, QuietHours.TimeCharsMax), TimeOfDayConverter.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw json.Fault(field, $"must be a time such as 22:00; it is {Offending.Text(json.Text(field, QuietHours.TimeCharsMax))}");

    private static double Given(SettingsObject json, string field, double? value) => value ?? throw json.Fault(field, "is missing");
}
