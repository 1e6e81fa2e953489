using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Goals;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Alerts.Movements;

/// <summary>What one look at the surveys, segments and goals of some rules has found. Immutable.</summary>
public sealed record MovementLook
{
    /// <summary>When it was looked, Unix milliseconds UTC.</summary>
    public required long AtMs { get; init; }

    /// <summary>What was defined.</summary>
    public required WorkspaceDefinitions Definitions { get; init; }

    /// <summary>Whether customers were being evaluated anew after a segment was defined.</summary>
    public bool IsRedefining { get; init; }

    /// <summary>The answers of the surveys asked for, by id.</summary>
    public required IReadOnlyDictionary<string, SurveyShard> Surveys { get; init; }

    /// <summary>The segments asked for, by id.</summary>
    public required IReadOnlyDictionary<string, PopulationShard> Segments { get; init; }

    /// <summary>The members' latest answers of the segments asked for, by id.</summary>
    public required IReadOnlyDictionary<string, AnswerDays> SegmentAnswers { get; init; }

    /// <summary>All answers.</summary>
    public required AnswerDays Answers { get; init; }

    /// <summary>All customers.</summary>
    public required PopulationShard Customers { get; init; }

    /// <summary>What goals are read from.</summary>
    internal InsightsContext Context => new() { Definitions = Definitions, Answers = Answers, Surveys = Surveys, Segments = Segments };

    /// <summary>Looks. The sums are read behind the state, so that they are no older.</summary>
    /// <param name="sums">Gives the sums.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="defined">What is defined.</param>
    /// <param name="rules">The rules, none of them about customers.</param>
    /// <param name="atMs">Now, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task<MovementLook> AtAsync(
        IMovementSums sums, string workspace, WorkspaceDefinitions defined, IReadOnlyList<AlertRule> rules, long atMs, CancellationToken cancellationToken)
    {
        var goals = rules.Select(rule => GoalOf(rule, defined)).OfType<Goal>().ToList();
        var surveys = new Dictionary<string, SurveyShard>(StringComparer.Ordinal);
        foreach (var survey in rules.Select(rule => rule.Condition.Survey).Concat(goals.Select(goal => goal.Survey)).OfType<string>()
            .Distinct(StringComparer.Ordinal).Where(defined.Surveys.ContainsKey))
        {
            var definition = defined.Surveys[survey];
            surveys[survey] = await sums.AnswersAsync(workspace, survey, cancellationToken) ?? new SurveyShard(definition.Metric, definition.Scale);
        }

        var segments = new Dictionary<string, PopulationShard>(StringComparer.Ordinal);
        foreach (var segment in rules.Select(rule => rule.Condition.Segment).Concat(goals.Select(goal => goal.Segment)).OfType<string>()
            .Distinct(StringComparer.Ordinal).Where(defined.Segments.ContainsKey))
        {
            segments[segment] = await sums.MembersAsync(workspace, defined.Segments[segment].Slot, cancellationToken);
        }

        var all = await sums.SumsAsync(workspace, cancellationToken);
        return new MovementLook
        {
            AtMs = atMs,
            Definitions = defined,
            Surveys = surveys,
            Segments = segments,
            SegmentAnswers = segments.ToDictionary(pair => pair.Key, pair => pair.Value.LatestAnswers, StringComparer.Ordinal),
            Answers = all.Answers,
            Customers = all.Customers,
        };
    }

    /// <summary>The goal of a rule; null where it has none, or none that is defined.</summary>
    public static Goal? GoalOf(AlertRule rule, WorkspaceDefinitions defined) =>
        rule.Condition.Goal is { } id ? defined.Settings.Goals.FirstOrDefault(goal => goal.Id == id) : null;

    /// <summary>This look without what has come late since an earlier one: answers of days that were over by then stand as they stood.</summary>
    public MovementLook WithoutLate(MovementLook earlier)
    {
        // What is an hour old when it comes is news.
        var day = Instants.DayOf(earlier.AtMs - Alert.NewsMsMax);
        return this with
        {
            Answers = AnswerDays.Splice(earlier.Answers, Answers, day),
            Surveys = Surveys.ToDictionary(
                pair => pair.Key,
                pair => SurveyShard.Splice(earlier.Surveys.GetValueOrDefault(pair.Key) ?? new SurveyShard(pair.Value.Metric, pair.Value.Scale), pair.Value, day),
                StringComparer.Ordinal),
            SegmentAnswers = SegmentAnswers.ToDictionary(
                pair => pair.Key, pair => AnswerDays.Splice(earlier.SegmentAnswers.GetValueOrDefault(pair.Key) ?? new AnswerDays(), pair.Value, day), StringComparer.Ordinal),
        };
    }
}
