using CxGrains.Domain.Interactions;
using CxGrains.Domain.Log;

namespace CxGrains.Embedded.Log;

/// <summary>A row of the log, read again.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Interactions">Its interactions, one for each line; empty for other rows.</param>
internal sealed record ReplayedRow(long Number, LogRow Content, IReadOnlyList<Interaction> Interactions);
