using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Index;

/// <summary>What a row of the index knows of a customer, as rules ask for it. It goes from row to row, and so belongs to one thread.</summary>
internal sealed class IndexedFacts : ICustomerFacts
{
    /// <summary>The row that is asked.</summary>
    public CustomerEntry Entry { get; set; } = new("");

    /// <inheritdoc/>
    public string? Account => Entry.Account;

    /// <inheritdoc/>
    public long LastSeenMs => Entry.LastSeenMs;

    /// <inheritdoc/>
    /// <remarks>The index has the sum over all currencies, and no count that holds for everyone.</remarks>
    public Purchases Purchases => new(0, [new CurrencySum("", Entry.Value)]);

    /// <inheritdoc/>
    public Engagement Engagement
    {
        get
        {
            // The index has all points as one sum; a kind that weighs 1 holds them without changing them.
            Span<double> counts = stackalloc double[Engagement.KindsCount];
            counts[(int)InteractionKind.Visit] = Entry.EngagementPoints;
            return Engagement.Restore(Entry.EngagementClockMs, counts);
        }
    }

    /// <inheritdoc/>
    public RiskCurve Risk => Entry.Risk;

    /// <inheritdoc/>
    public RiskBand Band => Entry.Band;

    /// <inheritdoc/>
    public long FirstSeenMs => throw Unknown();

    /// <inheritdoc/>
    public long Interactions => throw Unknown();

    /// <inheritdoc/>
    public TraitValue? Trait(string key) => key switch
    {
        "name" => ValueOf(Entry.Name),
        "email" => ValueOf(Entry.Email),
        _ => throw Unknown(),
    };

    /// <inheritdoc/>
    public bool UsesChannel(string channel) => throw Unknown();

    /// <inheritdoc/>
    public LatestAnswer? LatestAnswer(SurveyMetric metric) => throw Unknown();

    private static TraitValue? ValueOf(string? text) => text is null ? null : TraitValue.Of(text);

    private static InvalidOperationException Unknown() => new("The index does not know it; an indexed rule never asks for it.");
}
