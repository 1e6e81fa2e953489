using CxGrains.Domain.Surveys;

namespace CxGrains.Embedded.Partitions;

/// <summary>One partition's part of a survey.</summary>
internal sealed class SurveyState(SurveyShard shard)
{
    /// <summary>The shard.</summary>
    public SurveyShard Shard { get; } = shard;

    /// <summary>Whether it changed since the last checkpoint.</summary>
    public bool IsChanged { get; set; }
}
