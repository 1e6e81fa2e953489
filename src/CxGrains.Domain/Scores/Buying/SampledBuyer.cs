namespace CxGrains.Domain.Scores.Buying;

/// <summary>One customer of a <see cref="BuyingSample"/>.</summary>
/// <param name="Fingerprint">Of the customer's id; decides who is in the sample, and is unlike anything that the customer does.</param>
/// <param name="FirstDay">UTC day of the first purchase, days since 1970-01-01.</param>
/// <param name="LastDay">UTC day of the last.</param>
/// <param name="Purchases">Purchases, at least 1.</param>
/// <param name="MeanValue">Mean money of a purchase less refunds, the plain sum of all currencies; 0 or less says nothing of spending.</param>
public readonly record struct SampledBuyer(ulong Fingerprint, int FirstDay, int LastDay, int Purchases, double MeanValue);
