using CxGrains.Domain.Surveys;

namespace CxGrains.Cluster.Customers;

/// <summary>A survey's definition as sent and stored.</summary>
[GenerateSerializer, Immutable, Alias("cx.Survey")]
internal sealed class SurveyOnWire
{
    /// <summary>The id.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>What it measures, as <see cref="SurveyMetric"/> stores it.</summary>
    [Id(2)]
    public required int Metric { get; init; }

    /// <summary>The top of the scale.</summary>
    [Id(3)]
    public required int Scale { get; init; }

    /// <summary>The CES method, as <see cref="Domain.Surveys.CesMethod"/> stores it.</summary>
    [Id(4)]
    public required int CesMethod { get; init; }

    /// <summary>The version.</summary>
    [Id(5)]
    public required int Version { get; init; }

    /// <summary>Of a definition.</summary>
    public static SurveyOnWire Of(SurveyDefinition survey) => new()
    {
        Id = survey.Id,
        Name = survey.Name,
        Metric = (int)survey.Metric,
        Scale = survey.Scale,
        CesMethod = (int)survey.CesMethod,
        Version = survey.Version,
    };

    /// <summary>The definition.</summary>
    public SurveyDefinition ToDefinition() => new()
    {
        Id = Id,
        Name = Name,
        Metric = (SurveyMetric)Metric,
        Scale = Scale,
        CesMethod = (CesMethod)CesMethod,
        Version = Version,
    };
}
