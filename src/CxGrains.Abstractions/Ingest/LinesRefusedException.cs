using CxGrains.Domain;

namespace CxGrains.Abstractions.Ingest;

/// <summary>Some lines of a batch cannot be taken. Nothing was accepted; the batch without them can be.</summary>
/// <param name="lines">The places of the lines in the batch, ascending from 0; at least one.</param>
/// <param name="field">The field at fault in each of them.</param>
/// <param name="problem">What is wrong, with the limit.</param>
public sealed class LinesRefusedException(IReadOnlyList<int> lines, string field, string problem) : CxException($"{field}: {problem}")
{
    /// <summary>The places of the lines in the batch, ascending from 0.</summary>
    public IReadOnlyList<int> Lines { get; } = lines;

    /// <summary>The field at fault.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong, without the field.</summary>
    public string Problem { get; } = problem;
}
