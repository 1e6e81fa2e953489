namespace CxGrains.Domain;

/// <summary>
/// Every bound of the domain in one place, with its unit at the end of its name.
/// docs/operations.md lists them for people; an input that passes one is answered with an error that names it.
/// </summary>
public static class Limits
{
    /// <summary>UTF-8 bytes of one interaction, as sent.</summary>
    public const int InteractionBytesMax = 32 * 1024;

    /// <summary>Nesting levels of one interaction's JSON.</summary>
    public const int JsonDepthMax = 16;

    /// <summary>Characters of an identifier: interaction, customer, survey, segment, account, response.</summary>
    public const int IdCharsMax = 128;

    /// <summary>Characters of a name: type, channel, touchpoint, trait key, property key.</summary>
    public const int NameCharsMax = 64;

    /// <summary>Members of an interaction's <c>properties</c>.</summary>
    public const int PropertiesMax = 64;

    /// <summary>Characters of one string inside <c>properties</c>.</summary>
    public const int PropertyCharsMax = 4096;

    /// <summary>Characters of a survey comment.</summary>
    public const int CommentCharsMax = 2000;

    /// <summary>Characters of the label a timeline entry carries (a page's title, a ticket's subject).</summary>
    public const int LabelCharsMax = 80;

    /// <summary>Traits kept for one customer, and sent in one <c>identify</c>.</summary>
    public const int TraitsMax = 64;

    /// <summary>Characters of one trait's text.</summary>
    public const int TraitCharsMax = 256;

    /// <summary>Largest absolute money amount of one interaction.</summary>
    public const long ValueMax = 1_000_000_000_000;

    /// <summary>Minutes that an interaction's <c>at</c> may lie ahead of the server's clock.</summary>
    public const int FutureMinutesMax = 10;

    /// <summary>Earliest year of an interaction's <c>at</c>.</summary>
    public const int AtYearMin = 1990;

    /// <summary>Interaction ids a customer remembers to recognise repeats.</summary>
    public const int RecentIdsMax = 256;

    /// <summary>Interaction ids that a customer remembers with those of all who were merged into it.</summary>
    public const int MergedIdsMax = 1024;

    /// <summary>Customers merged into one whose ids it remembers, the latest; they are erased with it.</summary>
    public const int MergedCustomersMax = 1_000;

    /// <summary>Ids that one merge may pass through on its way to the customer that stands for all of them.</summary>
    public const int MergePathMax = 64;

    /// <summary>Entries of a customer's timeline, the newest by time.</summary>
    public const int TimelineMax = 50;

    /// <summary>Answers kept with a customer, the newest by time; older ones stay counted but can no longer be edited.</summary>
    public const int AnswersMax = 32;

    /// <summary>Distinct channels counted for one customer.</summary>
    public const int CustomerChannelsMax = 16;

    /// <summary>Distinct currencies summed for one customer; further ones are summed as "other".</summary>
    public const int CurrenciesMax = 8;

    /// <summary>Changes of risk band kept with a customer, the latest.</summary>
    public const int BandChangesMax = 16;

    /// <summary>Days behind a customer's last activity in which its rhythm is measured.</summary>
    public const int RhythmDaysMax = 384;

    /// <summary>Days of a survey's or workspace's per-day counts, behind the newest day.</summary>
    public const int ShardDaysMax = 4000;

    /// <summary>Distinct channels, and distinct touchpoints, broken out for one survey; further ones count as "other".</summary>
    public const int BreakdownNamesMax = 32;

    /// <summary>Comments kept for one survey shard, the newest by time.</summary>
    public const int CommentsMax = 200;

    /// <summary>Open tickets kept with a customer, those opened last; older ones are let go and no longer count as open.</summary>
    public const int TicketsOpenMax = 16;

    /// <summary>Other tickets kept with a customer, resolved or not known to be open, those told of last.</summary>
    public const int TicketsSettledMax = 8;

    /// <summary>Days of response times, behind the newest day.</summary>
    public const int TicketDaysMax = 400;

    /// <summary>Entries of a workspace's <c>sla</c>.</summary>
    public const int SlaTargetsMax = 32;

    /// <summary>Longest stay on one page or visit in seconds; a longer one, most likely a forgotten tab, counts as this.</summary>
    public const int StaySecondsMax = 4 * 3600;

    /// <summary>Smallest stated scale of a csat or rating survey.</summary>
    public const int ScaleMin = 2;

    /// <summary>Largest stated scale of a csat or rating survey.</summary>
    public const int ScaleMax = 10;

    /// <summary>Surveys of one workspace.</summary>
    public const int SurveysMax = 200;

    /// <summary>Segments of one workspace (each is one bit of a customer's membership).</summary>
    public const int SegmentsMax = 64;

    /// <summary>Conditions in one segment rule.</summary>
    public const int RuleConditionsMax = 32;

    /// <summary>Nesting levels of one segment rule.</summary>
    public const int RuleDepthMax = 6;

    /// <summary>Values in one <c>in</c> condition of a segment rule.</summary>
    public const int RuleValuesMax = 50;

    /// <summary>Tiers of a workspace's loyalty programme.</summary>
    public const int LoyaltyTiersMax = 10;

    /// <summary>Customers of a sample that models of buying are fitted to.</summary>
    public const int BuyingSampleMax = 10_000;

    /// <summary>Purchases after the first that models of buying take of one customer; further ones count as no more.</summary>
    public const int RepeatPurchasesMax = 10_000;

    /// <summary>Characters of a definition's display name.</summary>
    public const int DisplayNameCharsMax = 120;

    /// <summary>Slots that traits are hashed into for the churn model. Stored predictions hold slots: never change it.</summary>
    public const int TraitSlots = 1024;

    /// <summary>Trait slots that one partition's churn model learns about, the first that are met; what falls into others is not learned.</summary>
    public const int TraitSlotsLearnedMax = 288;

    /// <summary>Characters of a trait's text above which the churn model takes it for free text and leaves it out.</summary>
    public const int TraitLearnedCharsMax = 40;

    /// <summary>Settled churn predictions that one partition keeps to tell how right they were, the newest.</summary>
    public const int PredictionsKeptMax = 2000;

    /// <summary>Shortest horizon of a churn prediction, days.</summary>
    public const int ChurnHorizonDaysMin = 1;

    /// <summary>Longest horizon of a churn prediction, days.</summary>
    public const int ChurnHorizonDaysMax = 730;

    /// <summary>Journeys of one workspace (each is a slot in every population's counts).</summary>
    public const int JourneysMax = 8;

    /// <summary>Fewest stages of one journey: one to begin it and one to finish it.</summary>
    public const int JourneyStagesMin = 2;

    /// <summary>Stages of one journey.</summary>
    public const int JourneyStagesMax = 10;

    /// <summary>Days in one stage of a journey after which a customer is dropped, at the most.</summary>
    public const int JourneyDropDaysMax = 365;

    /// <summary>Hours after its receipt in which an entering that was received late is not dropped: more of the same history may follow.</summary>
    public const int JourneyLateHours = 12;

    /// <summary>Goals of one workspace.</summary>
    public const int GoalsMax = 20;

    /// <summary>Accounts in one answer of a partition that lists them; of more it is asked again, from the last on.</summary>
    public const int AccountsSliceMax = 10_000;
}
