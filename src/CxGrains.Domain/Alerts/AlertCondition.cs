using System.Text.Json.Serialization;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Alerts;

/// <summary>What a rule waits for, with its numbers. Which of them there are follows from <see cref="Type"/>; the others are null.</summary>
public sealed record AlertCondition
{
    /// <summary>Fewest points of health that a drop may be asked for.</summary>
    public const double HealthPointsMin = 1;

    /// <summary>Most points of health.</summary>
    public const double HealthPointsMax = 100;

    /// <summary>Fewest days without contact.</summary>
    public const int DaysMin = 1;

    /// <summary>Most days without contact: five years.</summary>
    public const int DaysMax = 1_825;

    /// <summary>Fewest days of the window whose score is held against the one before.</summary>
    public const int WindowDaysMin = 1;

    /// <summary>Most days of that window.</summary>
    public const int WindowDaysMax = 365;

    /// <summary>Days of that window where none are given.</summary>
    public const int WindowDaysDefault = 30;

    /// <summary>What it waits for.</summary>
    public AlertConditionType Type { get; init; }

    /// <summary>The band of <see cref="AlertConditionType.RiskBand"/>: medium or high.</summary>
    public RiskBand? Band { get; init; }

    /// <summary>Points that health falls by, <see cref="HealthPointsMin"/> to <see cref="HealthPointsMax"/>.</summary>
    public double? Points { get; init; }

    /// <summary>The score that health falls below, above 0 up to <see cref="HealthPointsMax"/>; or that a CSAT answer is at most, from 1 to <see cref="Limits.ScaleMax"/>.</summary>
    public double? Score { get; init; }

    /// <summary>Days without contact, <see cref="DaysMin"/> to <see cref="DaysMax"/>.</summary>
    public int? Days { get; init; }

    /// <summary>The survey whose answers it is about; null for any. <see cref="AlertConditionType.SurveyMoved"/> always has one.</summary>
    public string? Survey { get; init; }

    /// <summary>The segment whose score is looked at; null for all customers.</summary>
    public string? Segment { get; init; }

    /// <summary>The score of the segment: NPS, CSAT or CES. A survey has one of its own.</summary>
    public SurveyMetric? Metric { get; init; }

    /// <summary>Which way the score must have moved.</summary>
    public MovementDirection? Direction { get; init; }

    /// <summary>UTC days of the window, today included, <see cref="WindowDaysMin"/> to <see cref="WindowDaysMax"/>; the window before it is as long.</summary>
    public int? WindowDays { get; init; }

    /// <summary>The goal of <see cref="AlertConditionType.GoalOffTrack"/>.</summary>
    public string? Goal { get; init; }

    /// <summary>The survey, segment or goal that it is about as a whole; null where it is about customers.</summary>
    [JsonIgnore]
    public AlertSubject? Subject => Type switch
    {
        AlertConditionType.SurveyMoved => new(AlertSubjectKind.Survey, Survey),
        AlertConditionType.SegmentMoved when Segment is null => new(AlertSubjectKind.Workspace, null),
        AlertConditionType.SegmentMoved => new(AlertSubjectKind.Segment, Segment),
        AlertConditionType.GoalOffTrack => new(AlertSubjectKind.Goal, Goal),
        _ => null,
    };

    /// <summary>Whether it looks at a customer's profile, which one that is only counted has not, and not at one thing it did or is owed.</summary>
    internal bool IsOfProfile => Type is AlertConditionType.RiskBand or AlertConditionType.HealthDrop or AlertConditionType.HealthBelow
        or AlertConditionType.NoContact or AlertConditionType.AdvocateLost;

    /// <summary>Whether only time may bring it about, so that customers must know when they are due.</summary>
    internal bool IsTimed => Type is AlertConditionType.NoContact or AlertConditionType.HealthBelow or AlertConditionType.HealthDrop or AlertConditionType.AdvocateLost;
}
