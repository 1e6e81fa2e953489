using System.Text.Json;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Interactions;

/// <summary>
/// Collects the survey fields of an interaction. The type may come after them, so their faults are kept aside
/// and count only when the type turns out to be a survey's.
/// </summary>
internal struct SurveyAnswerReader
{
    /// <summary>The highest revision of a response.</summary>
    public const int RevisionMax = 1_000_000;

    private const string MetricsWanted = "nps, csat, ces or rating";

    private FirstFault _surveyFault;
    private FirstFault _answerFault;
    private string? _survey;
    private SurveyMetric? _metric;
    private int? _scale;
    private int? _score;
    private string? _comment;
    private string? _response;
    private int _revision;

    /// <summary>Reads the value of one survey field.</summary>
    public void Read(InteractionField field, ref Utf8JsonReader reader, NamePool names)
    {
        switch (field)
        {
            case InteractionField.Survey:
                _survey = FieldText.ReadSharedId(ref reader, "survey", names, ref _surveyFault);
                break;
            case InteractionField.Metric:
                _metric = ReadMetric(ref reader);
                break;
            case InteractionField.Scale:
                _scale = FieldNumber.ReadWhole(ref reader, "scale", Limits.ScaleMin, Limits.ScaleMax, ref _answerFault);
                break;
            case InteractionField.Score:
                _score = FieldNumber.ReadWhole(ref reader, "score", 0, Limits.ScaleMax, ref _answerFault);
                break;
            case InteractionField.Comment:
                _comment = FieldText.ReadText(ref reader, "comment", Limits.CommentCharsMax, ref _answerFault);
                break;
            case InteractionField.Response:
                _response = FieldText.ReadId(ref reader, "response", ref _answerFault);
                break;
            case InteractionField.Revision:
                _revision = FieldNumber.ReadWhole(ref reader, "revision", 0, RevisionMax, ref _answerFault) ?? 0;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field, "not a survey field");
        }
    }

    /// <summary>What a <c>survey_sent</c> says: the survey, nothing else.</summary>
    /// <returns>Null where there is a fault.</returns>
    public readonly SurveyAnswer? ToSent(ref FirstFault fault) =>
        HasSurvey(ref fault) ? new SurveyAnswer { Survey = _survey! } : null;

    /// <summary>What a <c>survey_response</c> says.</summary>
    /// <returns>Null where there is a fault.</returns>
    public readonly SurveyAnswer? ToResponse(ref FirstFault fault)
    {
        if (!HasSurvey(ref fault) || !HasScore(ref fault))
        {
            return null;
        }

        return new SurveyAnswer
        {
            Survey = _survey!,
            Metric = _metric,
            Scale = _scale,
            Score = _score!.Value,
            Comment = string.IsNullOrEmpty(_comment) ? null : _comment,
            Response = _response,
            Revision = _revision,
        };
    }

    private SurveyMetric? ReadMetric(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            _answerFault.Add("metric", $"is {Offending.Value(ref reader)}; {MetricsWanted} is wanted");
            reader.Skip();
            return null;
        }

        if (MetricNames.Find(ref reader) is { } metric)
        {
            return metric;
        }

        _answerFault.Add("metric", $"{Offending.String(ref reader)} is not known; {MetricsWanted} is wanted");
        return null;
    }

    private readonly bool HasSurvey(ref FirstFault fault)
    {
        if (_surveyFault.Any)
        {
            fault.Add(_surveyFault);
            return false;
        }

        if (_survey is null)
        {
            fault.Add("survey", $"is missing; the survey's id of 1 to {Limits.IdCharsMax} characters is wanted");
            return false;
        }

        return true;
    }

    private readonly bool HasScore(ref FirstFault fault)
    {
        if (_answerFault.Any)
        {
            fault.Add(_answerFault);
            return false;
        }

        if (_score is not { } score)
        {
            fault.Add("score", "is missing; a whole number on the survey's scale is wanted");
            return false;
        }

        if (_metric is SurveyMetric.Nps or SurveyMetric.Ces && _scale is { } scale && scale != SurveyDefinition.DefaultScale(_metric.Value))
        {
            fault.Add("scale", $"{scale} does not fit the metric {MetricNames.Of(_metric.Value)}, whose scale always ends at {SurveyDefinition.DefaultScale(_metric.Value)}");
            return false;
        }

        var min = _metric is null or SurveyMetric.Nps ? 0 : 1;
        // A csat or rating without a stated scale is held against the survey's own scale once that is known.
        var max = _scale ?? (_metric is SurveyMetric.Nps or SurveyMetric.Ces ? SurveyDefinition.DefaultScale(_metric.Value) : Limits.ScaleMax);
        if (score < min || score > max)
        {
            var origin = _metric is SurveyMetric.Nps or SurveyMetric.Ces && _scale is null ? ", the metric's scale where none is stated" : "";
            fault.Add("score", $"{score} is outside {min} to {max}{origin}");
            return false;
        }

        return true;
    }
}
