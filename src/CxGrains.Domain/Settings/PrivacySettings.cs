using System.Text.Json.Serialization;

namespace CxGrains.Domain.Settings;

/// <summary>What a workspace decides about its customers' privacy: who is profiled, and how long personal data, and what keeps it from coming back, is kept.</summary>
public sealed record PrivacySettings
{
    /// <summary>Longest time in days that nothing brings an erased customer back.</summary>
    public const int TombstoneDaysMax = 730;

    /// <summary>Longest time in days that may be stated for comments and timelines.</summary>
    public const int RetentionDaysMax = 3650;

    /// <summary>The fields there are.</summary>
    internal static readonly string[] Fields = ["consentDefault", "tombstoneDays", "commentDays", "timelineDays"];

    /// <summary>Whether a customer that never spoke of the purpose <c>analytics</c> is profiled; granted by default.</summary>
    public ConsentDefault ConsentDefault { get; init; } = ConsentDefault.Granted;

    /// <summary>Whether it is.</summary>
    [JsonIgnore]
    public bool IsProfiledByDefault => ConsentDefault == ConsentDefault.Granted;

    /// <summary>Days for which nothing that is sent brings an erased customer back, from 1; 30 by default.</summary>
    public int TombstoneDays { get; init; } = 30;

    /// <summary>Days after an answer that its comment is kept; 0, the default, for as long as the answer.</summary>
    public int CommentDays { get; init; }

    /// <summary>Days that a customer's timeline goes back; 0, the default, for as far as its length allows.</summary>
    public int TimelineDays { get; init; }

    internal long TombstoneMs => MsOf(TombstoneDays);

    internal long CommentMs => CommentDays == 0 ? long.MaxValue : MsOf(CommentDays);

    internal long TimelineMs => TimelineDays == 0 ? long.MaxValue : MsOf(TimelineDays);

    internal bool IsLimited => CommentDays > 0 || TimelineDays > 0;

    internal static PrivacySettings Read(SettingsObject json) => new()
    {
        ConsentDefault = json.OneOf("consentDefault", ConsentDefault.Granted),
        TombstoneDays = json.Integer("tombstoneDays", 1, TombstoneDaysMax, new PrivacySettings().TombstoneDays),
        CommentDays = json.Integer("commentDays", 0, RetentionDaysMax, 0),
        TimelineDays = json.Integer("timelineDays", 0, RetentionDaysMax, 0),
    };

    private static long MsOf(int days) => days * TimeSpan.MillisecondsPerDay;
}
