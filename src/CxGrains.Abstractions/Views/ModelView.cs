using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Abstractions.Views;

/// <summary>The churn model and how right it has been. Topic <c>model</c>.</summary>
public sealed record ModelView
{
    /// <summary>What speaks now.</summary>
    public required ChurnSource Source { get; init; }

    /// <summary>Days ahead that a prediction looks.</summary>
    public required int HorizonDays { get; init; }

    /// <summary>What counts as leaving.</summary>
    public required ChurnMode Leaving { get; init; }

    /// <summary>The version of the model in force; 0 for the prior.</summary>
    public required long Version { get; init; }

    /// <summary>Outcomes the model in force was learned from.</summary>
    public required long LearnedFrom { get; init; }

    /// <summary>Outcomes known so far.</summary>
    public required long Outcomes { get; init; }

    /// <summary>Those of customers that left.</summary>
    public required long Left { get; init; }

    /// <summary>Outcomes of each kind, and in all, from which a model speaks.</summary>
    public required ModelNeeds Needs { get; init; }

    /// <summary>How right the predictions were, each judged before the model learned from its outcome.</summary>
    public required PredictionRecordView Record { get; init; }
}
