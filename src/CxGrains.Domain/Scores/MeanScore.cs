namespace CxGrains.Domain.Scores;

/// <summary>
/// The mean of whole-number answers, with the sample standard error s / sqrt(n), where s^2 = sum((x - mean)^2) / (n - 1).
/// Used for ratings and for the mean of Customer Effort answers.
/// </summary>
public readonly record struct MeanScore
{
    private readonly long _sum;
    private readonly long _sumOfSquares;

    /// <summary>The mean of summed answers.</summary>
    /// <param name="responses">Answers, at least 1.</param>
    /// <param name="sum">The sum of the answers.</param>
    /// <param name="sumOfSquares">The sum of their squares, at least <paramref name="sum"/>^2 / <paramref name="responses"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no answer, or no answers have such sums.</exception>
    public MeanScore(long responses, long sum, long sumOfSquares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(responses, 1);
        if (ScaledVariance(responses, sum, sumOfSquares) < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(sumOfSquares), sumOfSquares, $"No {responses} answers with the sum {sum} have this sum of squares.");
        }

        Responses = responses;
        _sum = sum;
        _sumOfSquares = sumOfSquares;
    }

    /// <summary>Answers, at least 1.</summary>
    public long Responses { get; }

    /// <summary>The mean, on the scale of the answers.</summary>
    public double Score => (double)_sum / Responses;

    /// <summary>Sample standard error on the scale of the answers; null for a single answer, which has no spread.</summary>
    public double? StandardError =>
        Responses < 2 ? null : Math.Sqrt((double)ScaledVariance(Responses, _sum, _sumOfSquares) / Responses / (Responses - 1)) / Math.Sqrt(Responses);

    /// <summary>Half the width of the 95 % interval (1.96 standard errors); null for a single answer.</summary>
    public double? MarginOfError => Normal.Z95 * StandardError;

    // n * sum(x^2) - sum(x)^2, in whole numbers: the textbook difference of doubles would lose all digits where the answers agree.
    private static Int128 ScaledVariance(long responses, long sum, long sumOfSquares) =>
        ((Int128)responses * sumOfSquares) - ((Int128)sum * sum);
}
