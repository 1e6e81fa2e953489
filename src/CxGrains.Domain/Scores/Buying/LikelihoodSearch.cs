using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace CxGrains.Domain.Scores.Buying;

/// <summary>
/// Looks for the parameters of the greatest likelihood: Nelder and Mead's simplex over the logarithms of the parameters, begun anew
/// from where it ended until that changes nothing, as a simplex can collapse before it arrives.
/// </summary>
internal static class LikelihoodSearch
{
    /// <summary>Evaluations of the likelihood within one run of the simplex.</summary>
    public const int EvaluationsMax = 2_000;

    /// <summary>Runs of the simplex.</summary>
    public const int RunsMax = 8;

    // Of the likelihood per customer: far below what the data can tell, and above what rounding does to it.
    private const double Tolerance = 1e-10;
    private const double Settled = 1e-10;
    private const double FirstStep = 0.5;

    // Towards the lower end of a range the likelihood flattens, and a simplex comes to rest a little before it.
    private const double Edge = 0.5;

    /// <summary>
    /// The outcome of a search, and where it ended. At the lower end of a range the data does not tell what the parameter is; at the upper end
    /// stands the limit of customers who are all alike, whose predictions are the model's.
    /// </summary>
    /// <param name="logLikelihoodPerCustomer">The mean log-likelihood at given parameters; finite within their ranges.</param>
    /// <param name="start">Parameters to begin with, within their ranges.</param>
    /// <param name="min">The least value of each parameter, above 0.</param>
    /// <param name="max">The greatest value of each parameter.</param>
    public static (FitOutcome Outcome, double[] Parameters, int Evaluations) Maximise(
        Func<double[], double> logLikelihoodPerCustomer, double[] start, double min, double max)
    {
        var (low, high) = (Math.Log(min), Math.Log(max));
        var evaluations = 0;
        var objective = ObjectiveFunction.Value(Value);
        var best = Vector<double>.Build.DenseOfEnumerable(start.Select(value => Math.Log(value)));
        var bestValue = Value(best);
        for (var run = 0; run < RunsMax; run++)
        {
            MinimizationResult found;
            try
            {
                found = new NelderMeadSimplex(Tolerance, EvaluationsMax).FindMinimum(objective, best, best.Map(_ => FirstStep));
            }
            catch (MaximumIterationsException)
            {
                return (FitOutcome.NotConverged, Parameters(best), evaluations);
            }

            var gain = bestValue - found.FunctionInfoAtMinimum.Value;
            (best, bestValue) = (found.MinimizingPoint, found.FunctionInfoAtMinimum.Value);
            if (gain < Settled)
            {
                var isAtEdge = best.Any(log => log < low + Edge);
                return (isAtEdge ? FitOutcome.Undetermined : FitOutcome.Fitted, Parameters(best), evaluations);
            }
        }

        return (FitOutcome.NotConverged, Parameters(best), evaluations);

        double[] Parameters(Vector<double> logs) => [.. logs.Select(log => Math.Clamp(Math.Exp(log), min, max))];

        // Outside the ranges the way back is uphill for the likelihood, and so downhill for the search.
        double Value(Vector<double> logs)
        {
            evaluations++;
            var outside = logs.Sum(log => Math.Pow(log - Math.Clamp(log, low, high), 2));
            return outside - logLikelihoodPerCustomer(Parameters(logs));
        }
    }
}
