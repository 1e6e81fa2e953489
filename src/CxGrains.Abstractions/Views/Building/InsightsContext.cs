using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What insights are made of besides the population. All parts are merged over partitions.</summary>
public sealed record InsightsContext
{
    /// <summary>What the workspace has defined.</summary>
    public required WorkspaceDefinitions Definitions { get; init; }

    /// <summary>All answers of the workspace; null for a segment, of which only the latest ones are known.</summary>
    public AnswerDays? Answers { get; init; }

    /// <summary>The surveys that goals are set on, by id; those that are defined.</summary>
    public IReadOnlyDictionary<string, SurveyShard> Surveys { get; init; } = new Dictionary<string, SurveyShard>();

    /// <summary>The segments that goals are set on, by id; those that are defined.</summary>
    public IReadOnlyDictionary<string, PopulationShard> Segments { get; init; } = new Dictionary<string, PopulationShard>();

    /// <summary>This with the surveys and segments that goals are set on.</summary>
    /// <param name="answersOf">Gives a survey's answers; null where nobody answered yet.</param>
    /// <param name="membersOf">Gives a segment's members.</param>
    public async Task<InsightsContext> WithGoalsAsync(Func<SurveyDefinition, Task<SurveyShard?>> answersOf, Func<SegmentDefinition, Task<PopulationShard>> membersOf)
    {
        var surveys = new Dictionary<string, SurveyShard>(StringComparer.Ordinal);
        var segments = new Dictionary<string, PopulationShard>(StringComparer.Ordinal);
        foreach (var goal in Definitions.Settings.Goals)
        {
            if (goal.Survey is { } id && !surveys.ContainsKey(id) && Definitions.Surveys.TryGetValue(id, out var survey))
            {
                surveys[id] = await answersOf(survey) ?? new SurveyShard(survey.Metric, survey.Scale);
            }

            if (goal.Segment is { } name && !segments.ContainsKey(name) && Definitions.Segments.TryGetValue(name, out var segment))
            {
                segments[name] = await membersOf(segment);
            }
        }

        return this with { Surveys = surveys, Segments = segments };
    }
}
