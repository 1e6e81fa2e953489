namespace CxGrains.Domain.Alerts;

/// <summary>What an alert rule waits for. The numbers are stored; never renumber.</summary>
public enum AlertConditionType : byte
{
    /// <summary>A customer's risk rises to a band, or beyond it.</summary>
    RiskBand = 0,

    /// <summary>A customer's health has fallen by some points or more since the start of the UTC week.</summary>
    HealthDrop = 1,

    /// <summary>A customer's health falls below a score.</summary>
    HealthBelow = 2,

    /// <summary>A customer answers an NPS survey with 0 to 6.</summary>
    Detractor = 3,

    /// <summary>A customer answers a CSAT survey with a score or less.</summary>
    CsatAtMost = 4,

    /// <summary>A ticket of a customer misses a target.</summary>
    SlaBreach = 5,

    /// <summary>A customer complains.</summary>
    Complaint = 6,

    /// <summary>A customer asks to cancel.</summary>
    CancelRequest = 7,

    /// <summary>A customer was not active for some days.</summary>
    NoContact = 8,

    /// <summary>A customer is no advocate any more.</summary>
    AdvocateLost = 9,

    /// <summary>The score of a survey moves against the window before by more than chance explains.</summary>
    SurveyMoved = 10,

    /// <summary>A score of a segment, or of all customers, moves against the window before by more than chance explains.</summary>
    SegmentMoved = 11,

    /// <summary>A goal falls behind, by more than its margin of error.</summary>
    GoalOffTrack = 12,
}
