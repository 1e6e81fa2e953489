using CxGrains.Domain.Interactions;

namespace CxGrains.Abstractions.Ingest;

/// <summary>The accepted interactions of one request, read, checked and as they came.</summary>
public sealed class InteractionBatch
{
    /// <summary>The workspace, taken from the key.</summary>
    public required string Workspace { get; init; }

    /// <summary>When the request was received, Unix milliseconds UTC.</summary>
    public required long ReceivedMs { get; init; }

    /// <summary>Whether this is an import of old data: what it reveals is "already so" and raises no alert.</summary>
    public bool IsImport { get; init; }

    /// <summary>The interactions, in order; at least 1, at most <see cref="CountMax"/>.</summary>
    public required IReadOnlyList<Interaction> Interactions { get; init; }

    /// <summary>Their UTF-8 JSON, one after the other without separators, so that the log can read them again.</summary>
    public required ReadOnlyMemory<byte> Lines { get; init; }

    /// <summary>The length in bytes of each line in <see cref="Lines"/>; as many as there are interactions.</summary>
    public required IReadOnlyList<int> LineLengths { get; init; }

    /// <summary>Interactions one batch may hold.</summary>
    public const int CountMax = 10_000;
}
