using CxGrains.Domain;
using CxGrains.Domain.Surveys;
using CxGrains.Web.Json;
using Microsoft.AspNetCore.Http;

namespace CxGrains.Web.Definitions;

/// <summary>Reads and checks the definition of a survey.</summary>
internal static class SurveyBody
{
    /// <summary>The definition in a request's body; what it leaves out stays as it is, or takes its default.</summary>
    public static async ValueTask<SurveyDefinition> ReadAsync(HttpRequest request, string id, SurveyDefinition? current, int bytesMax)
    {
        var body = await JsonBody.ReadAsync(request, bytesMax, "id", "name", "metric", "scale", "cesMethod");
        DefinitionId.MustBe(body, id);
        var metric = MetricOf(body.Required("metric"));
        var kept = current?.Metric == metric ? current : null;
        return new SurveyDefinition
        {
            Id = id,
            Name = Text.CheckName(body.FindText("name") ?? kept?.Name ?? id, "name"),
            Metric = metric,
            Scale = CheckScale(metric, body.FindInteger("scale") ?? kept?.Scale ?? SurveyDefinition.DefaultScale(metric)),
            CesMethod = body.FindText("cesMethod") is { } method ? CesMethodOf(method, metric) : kept?.CesMethod ?? CesMethod.Mean,
        };
    }

    private static SurveyMetric MetricOf(string name) => name switch
    {
        "nps" => SurveyMetric.Nps,
        "csat" => SurveyMetric.Csat,
        "ces" => SurveyMetric.Ces,
        "rating" => SurveyMetric.Rating,
        _ => throw new InvalidFieldException("metric", $"'{Text.Shorten(name)}' is none of nps, csat, ces, rating"),
    };

    private static CesMethod CesMethodOf(string name, SurveyMetric metric) => (name, metric) switch
    {
        (_, not SurveyMetric.Ces) => throw new InvalidFieldException("cesMethod", "is for the metric ces only"),
        ("mean", _) => CesMethod.Mean,
        ("agree", _) => CesMethod.Agree,
        _ => throw new InvalidFieldException("cesMethod", $"'{Text.Shorten(name)}' is none of mean, agree"),
    };

    private static int CheckScale(SurveyMetric metric, int scale)
    {
        var fixedScale = SurveyDefinition.DefaultScale(metric);
        var (min, max) = metric is SurveyMetric.Nps or SurveyMetric.Ces ? (fixedScale, fixedScale) : (Limits.ScaleMin, Limits.ScaleMax);
        if (scale >= min && scale <= max)
        {
            return scale;
        }

        throw new InvalidFieldException("scale", min == max ? $"must be {min} for this metric; it is {scale}" : $"must be {min} to {max}; it is {scale}");
    }
}
