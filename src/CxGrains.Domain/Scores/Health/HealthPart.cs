namespace CxGrains.Domain.Scores.Health;

/// <summary>One measure's part of a health score.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">0 to 100; null where it is not known.</param>
/// <param name="Weight">Its share of the score in percent; 0 where it is not known, as the others share its weight then. Over all measures 100, or 0 where nothing is known.</param>
/// <param name="Points">Its points of the score; over all measures the points sum to the score.</param>
/// <param name="ValueChange">What its value changed since the week's start; null where it is not known now, or was not then.</param>
/// <param name="Change">Its share of the score's change in points; null where the change is not known. Over all measures the shares sum to the change.</param>
public readonly record struct HealthPart(HealthMeasure Measure, double? Value, double Weight, double Points, double? ValueChange, double? Change);
