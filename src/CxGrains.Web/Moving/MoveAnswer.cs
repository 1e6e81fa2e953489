using CxGrains.Abstractions.Moving;

namespace CxGrains.Web.Moving;

/// <summary>The answer to parts of a directory.</summary>
/// <param name="State">How far the move is.</param>
/// <param name="Parts">Parts in the request; where the move was sealed before, they changed nothing.</param>
internal sealed record MoveAnswer(MoveState State, int Parts);
