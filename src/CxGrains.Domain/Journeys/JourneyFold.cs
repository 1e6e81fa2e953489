using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Journeys;

/// <summary>Moves a customer through the journeys that its workspace has defined.</summary>
internal static class JourneyFold
{
    private const long LateMs = Limits.JourneyLateHours * 3_600_000L;

    /// <summary>Ends the stays that are due at an instant, and those of journeys that are no longer so defined. The latter count nothing: their counts have gone.</summary>
    public static void Settle(long atMs, in FoldContext context, Customer customer, Announcement announcement)
    {
        if (customer.Stays.IsEmpty || (customer.Stays.NextDueMs > atMs && customer.RulesStamp == context.Rules.Stamp))
        {
            return;
        }

        foreach (var stay in customer.Stays.All)
        {
            if (Find(context.Rules.Settings.Journeys, stay) is not { } journey)
            {
                customer.Stays = customer.Stays.Without(stay);
            }
            else if (stay.DueMs <= atMs)
            {
                End(stay, journey, customer, announcement);
            }
        }
    }

    /// <summary>What an interaction means for the journeys, its answer included. Its segments are those it has led to.</summary>
    public static void Step(Interaction interaction, in FoldContext context, Customer customer, Announcement announcement)
    {
        foreach (var journey in context.Rules.Settings.Journeys)
        {
            var stay = customer.Stays.In(journey);
            if (stay is { } overdue && interaction.AtMs - overdue.EnteredMs >= journey.DropMs)
            {
                // By its own time the interaction came after the drop, which the clock had not reached: a history that is imported.
                End(overdue, journey, customer, announcement);
                stay = null;
            }

            if (stay is { } current)
            {
                CountAnswer(interaction.AtMs, current, journey, announcement);
            }

            Move(interaction, stay, journey, context.NowMs, customer, announcement);
        }
    }

    /// <summary>Ends all stays, as of a customer that is not profiled any more.</summary>
    public static void Leave(in FoldContext context, Customer customer, Announcement announcement)
    {
        foreach (var stay in customer.Stays.All)
        {
            if (Find(context.Rules.Settings.Journeys, stay) is { } journey)
            {
                End(stay, journey, customer, announcement);
            }
        }
    }

    /// <summary>
    /// Takes in the stays of a customer that was merged in. Where both are on the same journey the one that is further stays on it, and the
    /// other is dropped.
    /// </summary>
    public static void Take(StageStays others, in FoldContext context, Customer customer, Announcement announcement)
    {
        foreach (var theirs in others.All)
        {
            if (Find(context.Rules.Settings.Journeys, theirs) is not { } journey)
            {
                continue;
            }

            if (customer.Stays.In(journey) is not { } mine)
            {
                customer.Stays = customer.Stays.With(theirs);
                continue;
            }

            var isFurther = (theirs.Stage, theirs.EnteredMs).CompareTo((mine.Stage, mine.EnteredMs)) > 0;
            End(isFurther ? mine : theirs, journey, customer, announcement);
            customer.Stays = customer.Stays.With(isFurther ? theirs : mine);
        }
    }

    private static void Move(Interaction interaction, StageStay? stay, Journey journey, long nowMs, Customer customer, Announcement announcement)
    {
        // Who is in no stage, or through with the last, can only begin.
        var isUnderWay = stay is { } staying && staying.Stage < journey.LastStage;
        var entered = isUnderWay ? journey.FirstMatch(interaction, stay!.Value.Stage + 1) : journey.Stages[0].Matches(interaction) ? 0 : null;
        if (entered is not { } stage)
        {
            return;
        }

        // A late interaction cannot have entered a stage before the one it left.
        var atMs = isUnderWay ? Math.Max(interaction.AtMs, stay!.Value.EnteredMs) : interaction.AtMs;
        if (isUnderWay)
        {
            var left = stay!.Value;
            announcement.Contribute(Of(left, journey, JourneyStep.MovedOn, StageTimes.BucketOf(atMs - left.EnteredMs)));
        }

        // What is received late may be followed by more of the same history: it has some hours to arrive.
        var dueMs = Math.Max(atMs + journey.DropMs, nowMs + LateMs);
        var next = new StageStay(journey.Slot, journey.Version, stage, atMs, dueMs, customer.Membership);
        customer.Stays = customer.Stays.With(next);
        customer.NextDueMs = Math.Min(customer.NextDueMs, dueMs);
        announcement.Contribute(Of(next, journey, JourneyStep.Entered, 0));
        if (stage == journey.LastStage)
        {
            announcement.Contribute(Of(next, journey, JourneyStep.Finished, 0));
        }
    }

    private static void End(StageStay stay, Journey journey, Customer customer, Announcement announcement)
    {
        if (stay.Stage < journey.LastStage)
        {
            announcement.Contribute(Of(stay, journey, JourneyStep.Dropped, 0));
        }

        customer.Stays = customer.Stays.Without(stay);
    }

    // An answer counts as it was first given: which stage an edited one was counted at is not kept.
    private static void CountAnswer(long atMs, StageStay stay, Journey journey, Announcement announcement)
    {
        if (announcement.AddedAnswer is not { } answer || announcement.WithdrawnAnswer is not null || atMs < stay.EnteredMs)
        {
            return;
        }

        switch (answer.Metric)
        {
            case SurveyMetric.Csat:
                var column = CsatScore.IsSatisfied(answer.Score, answer.Scale) ? StageFunnel.SatisfiedColumn : StageFunnel.UnsatisfiedColumn;
                announcement.Contribute(Of(stay, journey, JourneyStep.Csat, column));
                break;
            case SurveyMetric.Ces when answer.Scale == CesScore.Scale:
                announcement.Contribute(Of(stay, journey, JourneyStep.Ces, answer.Score - 1));
                break;
        }
    }

    private static JourneyContribution Of(StageStay stay, Journey journey, JourneyStep step, int value) =>
        new(stay.Slot, stay.Version, journey.Stages.Count, stay.Stage, step, stay.Day, value, stay.Segments);

    private static Journey? Find(IReadOnlyList<Journey> journeys, StageStay stay)
    {
        foreach (var journey in journeys)
        {
            if (journey.Slot == stay.Slot && journey.Version == stay.Version)
            {
                return journey;
            }
        }

        return null;
    }
}
