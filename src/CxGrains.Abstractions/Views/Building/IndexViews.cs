using CxGrains.Domain;
using CxGrains.Domain.Index;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What readers see of a partition's index.</summary>
public static class IndexViews
{
    /// <summary>Customers by band at an instant that is not now.</summary>
    public static RiskCounts RiskAt(IEnumerable<CustomerEntry> customers, long atMs)
    {
        Span<long> counts = stackalloc long[4];
        foreach (var entry in customers.Where(entry => entry.IsListed))
        {
            counts[(int)ChurnRisk.BandOf(entry.Risk.Probability(atMs))]++;
        }

        return new RiskCounts(
            counts[(int)RiskBand.Low], counts[(int)RiskBand.Medium], counts[(int)RiskBand.High], counts[(int)RiskBand.NotEnoughData]);
    }

    /// <summary>The ids that were merged into one of some others.</summary>
    public static string[] MergedInto(IEnumerable<CustomerEntry> customers, IReadOnlyCollection<string> ids) =>
        [.. customers.Where(entry => entry.MergedInto is { } into && ids.Contains(into)).Select(entry => entry.Id)];

    /// <summary>The customers most at risk, with the segments they are in as bits.</summary>
    /// <param name="riskiest">Found lately.</param>
    /// <param name="customers">All customers.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    /// <param name="isNow">Whether it is now. At another instant the bands differ from those that are settled, so that everyone is looked at afresh.</param>
    public static IReadOnlyList<(CustomerRow Row, ulong Membership)> RiskiestAt(
        RiskiestCustomers riskiest, IReadOnlyList<CustomerEntry> customers, long atMs, bool isNow)
    {
        var found = isNow ? riskiest.Find(customers, atMs) : RiskiestCustomers.Search(customers, entry => ChurnRisk.BandOf(entry.Risk.Probability(atMs)), atMs);
        return [.. found.Select(entry => (EntryViews.Of(entry, atMs, isNow), entry.Membership))];
    }

    /// <summary>The live feed, newest first, without customers that are only counted.</summary>
    /// <param name="recent">What came in last.</param>
    /// <param name="surveyOf">Metric and scale of a survey; null where it is unknown.</param>
    public static IReadOnlyList<FeedEntry> FeedOf(RecentInteractions recent, Func<string, (SurveyMetric Metric, int Scale)?> surveyOf) =>
        [.. recent.NewestFirst.Where(item => item.Entry.IsProfiled).Select(item => FeedOf(item.Position, item.ReceivedMs, item.Interaction, item.Entry, surveyOf))];

    private static FeedEntry FeedOf(
        Position position, long receivedMs, Interaction interaction, CustomerEntry entry, Func<string, (SurveyMetric Metric, int Scale)?> surveyOf)
    {
        var survey = interaction is { Type: InteractionTypes.SurveyResponse, Answer: { } answer } ? surveyOf(answer.Survey) : null;
        return new FeedEntry
        {
            Id = position.ToString(),
            Customer = entry.Id,
            Name = entry.Name,
            Received = Instants.ToTime(receivedMs),
            Category = survey is { } known ? AnswerCategory.Of(known.Metric, interaction.Answer!.Score, known.Scale) : null,
            Entry = new TimelineEntryView
            {
                At = Instants.ToTime(interaction.AtMs),
                Type = interaction.Type,
                Channel = interaction.Channel,
                Touchpoint = interaction.Touchpoint,
                Value = survey is null ? interaction.Value : interaction.Answer!.Score,
                Currency = interaction.Currency,
                Label = survey is null ? interaction.Label : interaction.Answer!.Comment,
            },
        };
    }
}
