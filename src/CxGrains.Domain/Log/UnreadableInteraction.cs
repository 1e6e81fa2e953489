using System.Diagnostics.CodeAnalysis;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Log;

/// <summary>Stands in for a logged line that can no longer be read, so that its neighbours keep their line numbers. It goes to quarantine.</summary>
public sealed record UnreadableInteraction : Interaction
{
    /// <summary>A line that cannot be read. It has no customer; the partition of the empty id keeps it.</summary>
    [SetsRequiredMembers]
    public UnreadableInteraction(byte[] line, string error)
    {
        (Customer, Type) = ("", "");
        Line = line;
        Error = error;
    }

    /// <summary>The line as it was accepted.</summary>
    public byte[] Line { get; }

    /// <summary>Why it cannot be read.</summary>
    public string Error { get; }
}
