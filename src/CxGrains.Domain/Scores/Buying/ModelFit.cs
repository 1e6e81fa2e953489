namespace CxGrains.Domain.Scores.Buying;

/// <summary>A model fitted to customers, or why there is none.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="Outcome">What came of it.</param>
/// <param name="Model">The model; null unless the outcome is <see cref="FitOutcome.Fitted"/>.</param>
/// <param name="LogLikelihood">Natural logarithm of the likelihood at the model's parameters; null where there is no model.</param>
/// <param name="Customers">Customers the fit looked at.</param>
/// <param name="RepeatBuyers">How many of them bought at least twice in what was looked at.</param>
/// <param name="Evaluations">How often the likelihood was computed; 0 without enough data.</param>
public sealed record ModelFit<TModel>(
    FitOutcome Outcome,
    TModel? Model,
    double? LogLikelihood,
    long Customers,
    long RepeatBuyers,
    int Evaluations)
    where TModel : class;
