using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Privacy;

/// <summary>Lets comments and timelines go when the workspace's time for them is over. What was counted stays.</summary>
internal static class Retention
{
    /// <summary>Removes what is too old at an instant.</summary>
    /// <returns>When more will be, Unix milliseconds UTC; <see cref="long.MaxValue"/> for never.</returns>
    public static long Settle(long atMs, in FoldContext context, Customer customer, Announcement announcement)
    {
        var privacy = context.Rules.Settings.Privacy;
        return privacy.IsLimited
            ? Math.Min(DropComments(atMs, privacy, customer, announcement), DropEntries(atMs, privacy, context, customer))
            : long.MaxValue;
    }

    private static long DropComments(long atMs, PrivacySettings privacy, Customer customer, Announcement announcement)
    {
        customer.ForgetComments(atMs - privacy.CommentMs, announcement);
        return customer.Answers.FirstOrDefault(kept => kept.Contribution.Comment is not null) is { } oldest ? EndOf(oldest.Contribution.AtMs, privacy.CommentMs) : long.MaxValue;
    }

    private static long DropEntries(long atMs, PrivacySettings privacy, in FoldContext context, Customer customer)
    {
        var entries = customer.Timeline.Entries;
        if (NextEndMs(entries, privacy) is var nextMs && nextMs > atMs)
        {
            return nextMs;
        }

        var timeline = new Timeline();
        foreach (var entry in entries.Where(entry => EndOf(entry.AtMs, privacy.TimelineMs) > atMs))
        {
            timeline.Add(CommentEndMs(entry, privacy) > atMs ? entry : entry with { Label = null }, context.Sources);
        }

        customer.Timeline = timeline;
        return NextEndMs(timeline.Entries, privacy);
    }

    private static long NextEndMs(TimelineEntry[] entries, PrivacySettings privacy) =>
        entries.Select(entry => Math.Min(EndOf(entry.AtMs, privacy.TimelineMs), CommentEndMs(entry, privacy))).DefaultIfEmpty(long.MaxValue).Min();

    // The timeline repeats the beginning of a comment.
    private static long CommentEndMs(in TimelineEntry entry, PrivacySettings privacy) =>
        entry.Source.Type == InteractionTypes.SurveyResponse && entry.Label is not null ? EndOf(entry.AtMs, privacy.CommentMs) : long.MaxValue;

    private static long EndOf(long fromMs, long keptMs) => keptMs == long.MaxValue ? long.MaxValue : fromMs + keptMs;
}
