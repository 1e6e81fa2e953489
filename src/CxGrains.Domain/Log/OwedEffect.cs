using CxGrains.Domain.Identity;

namespace CxGrains.Domain.Log;

/// <summary>An effect that a partition owes another.</summary>
/// <param name="Cause">Where the record that caused it stands in its own partition's log. The other takes each once.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Bytes">The effect, as <see cref="Effect.Encode"/> writes it.</param>
public sealed record OwedEffect(Position Cause, string Workspace, byte[] Bytes)
{
    /// <summary>An effect that was just caused.</summary>
    public static OwedEffect Of(Position cause, string workspace, Effect effect) =>
        new(cause, workspace, StateEncoding.ToBytes(effect, static (owed, writer) => owed.Encode(writer)));

    /// <summary>The effect.</summary>
    /// <param name="names">Shares names.</param>
    /// <exception cref="StateFormatException">Its kind is unknown.</exception>
    public Effect Decode(NamePool names) => Effect.Decode(new BinaryReader(new MemoryStream(Bytes)), names);
}
