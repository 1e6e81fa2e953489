using System.Text.Json;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Interactions;

/// <summary>The names of survey metrics on the wire.</summary>
internal static class MetricNames
{
    /// <summary>The metric the reader's string names; null where it names none.</summary>
    public static SurveyMetric? Find(ref Utf8JsonReader reader)
    {
        Span<char> name = stackalloc char[8];
        FieldText.Decode(ref reader, name, out var length);
        return name[..length] switch
        {
            "nps" => SurveyMetric.Nps,
            "csat" => SurveyMetric.Csat,
            "ces" => SurveyMetric.Ces,
            "rating" => SurveyMetric.Rating,
            _ => null,
        };
    }

    /// <summary>A metric's name.</summary>
    public static string Of(SurveyMetric metric) => metric switch
    {
        SurveyMetric.Nps => "nps",
        SurveyMetric.Csat => "csat",
        SurveyMetric.Ces => "ces",
        SurveyMetric.Rating => "rating",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "not a metric"),
    };
}
