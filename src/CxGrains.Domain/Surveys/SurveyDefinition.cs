namespace CxGrains.Domain.Surveys;

/// <summary>
/// A survey: one question with a metric. Metric and scale never change once defined, because answers on two scales
/// cannot be counted together; the name and the CES method can.
/// </summary>
public sealed record SurveyDefinition
{
    /// <summary>The id, 1 to <see cref="Limits.IdCharsMax"/> characters.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>What it measures.</summary>
    public required SurveyMetric Metric { get; init; }

    /// <summary>The top of the scale: 10 for NPS, 7 for CES, <see cref="Limits.ScaleMin"/> to <see cref="Limits.ScaleMax"/> for the others (default 5).</summary>
    public required int Scale { get; init; }

    /// <summary>Which published CES method the survey shows; ignored for other metrics.</summary>
    public CesMethod CesMethod { get; init; }

    /// <summary>Counts up from 1 with each change; the ETag.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The lowest score of the scale: 0 for NPS, 1 for the others.</summary>
    public int ScoreMin => Metric == SurveyMetric.Nps ? 0 : 1;

    /// <summary>The scale of a metric where the sender states none.</summary>
    public static int DefaultScale(SurveyMetric metric) => metric switch
    {
        SurveyMetric.Nps => 10,
        SurveyMetric.Ces => 7,
        _ => 5,
    };
}
