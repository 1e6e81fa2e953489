namespace CxGrains.Domain.Channels;

/// <summary>What is counted of a channel. The numbers are stored; never renumber.</summary>
public enum ChannelMeasure : byte
{
    /// <summary>E-mails sent.</summary>
    EmailsSent = 0,

    /// <summary>E-mails opened.</summary>
    EmailsOpened = 1,

    /// <summary>E-mails clicked.</summary>
    EmailsClicked = 2,

    /// <summary>Surveys sent.</summary>
    SurveysSent = 3,

    /// <summary>Survey answers.</summary>
    SurveysAnswered = 4,

    /// <summary>Visits: the sessions.</summary>
    Visits = 5,

    /// <summary>Pages seen.</summary>
    Pages = 6,

    /// <summary>Searches.</summary>
    Searches = 7,

    /// <summary>Searches that found nothing.</summary>
    EmptySearches = 8,

    /// <summary>Purchases.</summary>
    Purchases = 9,

    /// <summary>Goals started.</summary>
    GoalsStarted = 10,

    /// <summary>Goals completed.</summary>
    GoalsCompleted = 11,

    /// <summary>Messages.</summary>
    Messages = 12,

    /// <summary>Calls.</summary>
    Calls = 13,

    /// <summary>Whole minutes on visits and pages, each up to <see cref="Limits.StaySecondsMax"/>; see <see cref="StayRestSeconds"/>.</summary>
    StayMinutes = 14,

    /// <summary>The seconds beside the whole minutes. Apart, because a busy day's seconds would pass what a count holds.</summary>
    StayRestSeconds = 15,

    /// <summary>Visits whose duration was told.</summary>
    TimedVisits = 16,

    /// <summary>Pages whose duration was told; in which sessions, nobody knows.</summary>
    TimedPages = 17,
}
