using CxGrains.Domain;

namespace CxGrains.Web.Problems;

/// <summary>A request that is answered with a problem.</summary>
/// <param name="problem">The answer.</param>
internal sealed class ProblemException(Problem problem) : CxException(problem.Detail)
{
    /// <summary>The answer.</summary>
    public Problem Problem { get; } = problem;
}
