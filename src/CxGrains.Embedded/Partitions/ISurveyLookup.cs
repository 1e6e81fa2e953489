using CxGrains.Domain.Surveys;

namespace CxGrains.Embedded.Partitions;

/// <summary>Finds a survey's definition. Metric and scale never change, so that the answer is the same at every replay.</summary>
internal interface ISurveyLookup
{
    /// <summary>The survey of an id; null where it is not defined.</summary>
    SurveyDefinition? Find(string workspace, string survey);
}
