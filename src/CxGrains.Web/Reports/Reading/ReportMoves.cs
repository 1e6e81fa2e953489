using CxGrains.Domain.Scores;

namespace CxGrains.Web.Reports.Reading;

/// <summary>What moved a score.</summary>
/// <param name="Score">The score.</param>
/// <param name="By">What the parts are.</param>
/// <param name="Moves">The largest contributions, the largest first.</param>
/// <param name="Rest">What all other answers contributed; 0 where these are all.</param>
internal sealed record ReportMoves(ReportScore Score, ReportPart By, IReadOnlyList<ScoreMove> Moves, double Rest);
