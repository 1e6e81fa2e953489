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
        var nextMs = long.MaxValue;
        foreach (var kept in customer.Answers.Where(kept => kept.Contribution.Comment is not null).ToList())
        {
            var dueMs = EndOf(kept.Contribution.AtMs, privacy.CommentMs);
            if (dueMs <= atMs)
            {
                var bare = kept with { Contribution = kept.Contribution with { Comment = null } };
                customer.WritableAnswers.Replace(kept, bare);
                announcement.Bare(kept.Contribution, bare.Contribution);
            }
            else
            {
                nextMs = Math.Min(nextMs, dueMs);
            }
        }

        return nextMs;
    }

    // The timeline repeats the beginning of a comment.
    private static long DropEntries(long atMs, PrivacySettings privacy, in FoldContext context, Customer customer)
    {
        var nextMs = long.MaxValue;
        var isChanged = false;
        var timeline = new Timeline();
        foreach (var entry in customer.Timeline.Entries)
        {
            var endMs = EndOf(entry.AtMs, privacy.TimelineMs);
            var wordsEndMs = entry.Source.Type == InteractionTypes.SurveyResponse && entry.Label is not null ? EndOf(entry.AtMs, privacy.CommentMs) : long.MaxValue;
            if (endMs > atMs)
            {
                timeline.Add(wordsEndMs <= atMs ? entry with { Label = null } : entry, context.Sources);
                nextMs = Math.Min(nextMs, Math.Min(endMs, wordsEndMs <= atMs ? long.MaxValue : wordsEndMs));
            }

            isChanged |= endMs <= atMs || wordsEndMs <= atMs;
        }

        if (isChanged)
        {
            customer.Timeline = timeline;
        }

        return nextMs;
    }

    private static long EndOf(long fromMs, long keptMs) => keptMs == long.MaxValue ? long.MaxValue : fromMs + keptMs;
}
