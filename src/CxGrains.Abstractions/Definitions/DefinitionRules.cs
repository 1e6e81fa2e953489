using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Definitions;

/// <summary>What a change of a definition comes to, decided from what is defined now. The one owner of a workspace's definitions asks.</summary>
public static class DefinitionRules
{
    // Ids of what there is that a refusal names.
    private const int KnownNamedMax = 10;

    /// <summary>The survey as it stands after the change; the known one where nothing changes.</summary>
    /// <param name="now">What is defined now.</param>
    /// <param name="survey">The survey as asked for; its version is ignored.</param>
    /// <param name="mayChange">Whether a known survey may change; an answer that names its metric may not.</param>
    /// <param name="expectedVersion">The version it must have now (0: it must not exist); null for any.</param>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    /// <exception cref="ConflictException">Metric or scale would change.</exception>
    /// <exception cref="InvalidFieldException">There are as many surveys as there may be.</exception>
    public static SurveyDefinition Survey(WorkspaceDefinitions now, SurveyDefinition survey, bool mayChange, int? expectedVersion)
    {
        var known = now.Surveys.GetValueOrDefault(survey.Id);
        ThrowIfOtherVersion("Survey", survey.Id, known?.Version, expectedVersion);
        if (known is null)
        {
            ThrowIfFull("survey", now.Surveys.Count, Limits.SurveysMax, "surveys in this workspace");
            return survey with { Version = 1 };
        }

        if (!mayChange || survey with { Version = known.Version } == known)
        {
            return known;
        }

        return known.Metric == survey.Metric && known.Scale == survey.Scale
            ? survey with { Version = known.Version + 1 }
            : throw new ConflictException(
                $"Survey '{survey.Id}' has the metric {WordOf(known.Metric)} with the scale {known.Scale}, and other answers cannot be counted with its own; use another id for {WordOf(survey.Metric)} with the scale {survey.Scale}");
    }

    /// <summary>The segment as it stands after the change; the known one where nothing changes.</summary>
    /// <param name="now">What is defined now.</param>
    /// <param name="id">The segment's id.</param>
    /// <param name="name">Its display name.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="expectedVersion">The version it must have now (0: it must not exist); null for any.</param>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    /// <exception cref="InvalidFieldException">There are as many segments as there may be.</exception>
    public static SegmentDefinition Segment(WorkspaceDefinitions now, string id, string name, SegmentRule rule, int? expectedVersion)
    {
        var known = now.Segments.GetValueOrDefault(id);
        ThrowIfOtherVersion("Segment", id, known?.Version, expectedVersion);
        if (known is null)
        {
            ThrowIfFull("id", now.Segments.Count, Limits.SegmentsMax, "segments in this workspace");
            return new SegmentDefinition { Id = id, Name = name, Rule = rule, Slot = now.Segments.Count, Version = 1 };
        }

        return known.Name == name && known.Rule.Source.GetRawText() == rule.Source.GetRawText()
            ? known
            : known with { Name = name, Rule = rule, Version = known.Version + 1 };
    }

    /// <summary>The settings as they stand after the change; the known ones where nothing changes.</summary>
    /// <param name="now">What is defined now.</param>
    /// <param name="settings">The settings as asked for; their version is ignored.</param>
    /// <param name="expectedVersion">The version they must have now (0: nothing was decided yet); null for any.</param>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    public static WorkspaceSettings Settings(WorkspaceDefinitions now, WorkspaceSettings settings, int? expectedVersion)
    {
        var known = now.Settings;
        if (expectedVersion is { } wanted && wanted != known.Version)
        {
            throw new VersionConflictException($"The settings have version {known.Version}, not {wanted}");
        }

        return known.Decides(settings) ? known : settings.After(known);
    }

    /// <summary>The alert rules as they stand after a rule was defined; the known ones where nothing changes.</summary>
    /// <param name="now">What is defined now.</param>
    /// <param name="rule">The rule as asked for; its version is ignored.</param>
    /// <param name="expectedVersion">The version it must have now (0: as it is given to every workspace, or not there); null for any.</param>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    /// <exception cref="InvalidFieldException">There are as many rules as there may be.</exception>
    public static AlertRules AlertRule(WorkspaceDefinitions now, AlertRule rule, int? expectedVersion)
    {
        var known = now.Alerts.Find(rule.Id);
        ThrowIfOtherVersion("Alert rule", rule.Id, known?.Version, expectedVersion);
        if (known is null)
        {
            ThrowIfFull("id", now.Alerts.Rules.Count, AlertRules.RulesMax, "alert rules in this workspace");
        }

        if (known is not null && known.Decides(rule))
        {
            return now.Alerts;
        }

        // Versions never come again, so that one that is deleted and defined anew is not taken for the old one.
        ThrowIfUnknown(now, rule);
        return now.Alerts.With(rule with { Version = now.Alerts.Version + 1 });
    }

    /// <summary>Refuses a rule that names what is not defined: it would never be raised, and nobody would hear why.</summary>
    /// <param name="now">What is defined now.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="InvalidFieldException">It names a segment, a survey or a goal that there is not; the message tells which there are.</exception>
    public static void ThrowIfUnknown(WorkspaceDefinitions now, AlertRule rule)
    {
        ThrowIfUnknown("filter.segment", "segment", rule.Filter.Segment, now.Segments.Keys);
        ThrowIfUnknown("condition.segment", "segment", rule.Condition.Segment, now.Segments.Keys);
        ThrowIfUnknown("condition.survey", "survey", rule.Condition.Survey, now.Surveys.Keys);
        ThrowIfUnknown("condition.goal", "goal", rule.Condition.Goal, now.Settings.Goals.Select(goal => goal.Id));
    }

    /// <summary>The alert rules as they stand after one was deleted; the known ones where there is none of that id.</summary>
    /// <param name="now">What is defined now.</param>
    /// <param name="id">The rule's id.</param>
    /// <param name="expectedVersion">The version it must have now; null for any.</param>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    public static AlertRules WithoutAlertRule(WorkspaceDefinitions now, string id, int? expectedVersion)
    {
        var known = now.Alerts.Find(id);
        ThrowIfOtherVersion("Alert rule", id, known?.Version, expectedVersion);
        return known is null ? now.Alerts : now.Alerts.Without(id);
    }

    /// <summary>Refuses one more of what is bounded.</summary>
    /// <exception cref="InvalidFieldException">There are as many as there may be.</exception>
    public static void ThrowIfFull(string field, int count, int max, string what)
    {
        if (count >= max)
        {
            throw new InvalidFieldException(field, $"there are {count} {what}, which is the limit of {max}");
        }
    }

    private static void ThrowIfUnknown(string field, string what, string? id, IEnumerable<string> known)
    {
        if (id is not null && !known.Contains(id, StringComparer.Ordinal))
        {
            var named = known.Take(KnownNamedMax).Select(one => $"'{one}'").ToList();
            var there = named.Count == 0 ? "there is none yet" : $"there are {string.Join(", ", named)}{(known.Skip(KnownNamedMax).Any() ? " and more" : "")}";
            throw new InvalidFieldException(field, $"'{id}' is no {what} of this workspace; {there}");
        }
    }

    // The field's words in the API are the names in lower case.
    private static string WordOf(SurveyMetric metric) => metric.ToString().ToLowerInvariant();

    private static void ThrowIfOtherVersion(string what, string id, int? version, int? expected)
    {
        if (expected is { } wanted && (version ?? 0) != wanted)
        {
            throw new VersionConflictException($"{what} '{id}' has version {version ?? 0}, not {wanted}");
        }
    }
}
