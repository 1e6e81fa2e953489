namespace CxGrains.Domain.Alerts.Movements;

/// <summary>What is remembered of a rule from a record on.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Watch">It; null for nothing any more.</param>
public sealed record WatchChange(string Rule, MovementWatch? Watch)
{
    /// <summary>Writes it.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Rule);
        writer.Write(Watch is not null);
        Watch?.Encode(writer);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static WatchChange Decode(BinaryReader reader) => new(reader.ReadString(), reader.ReadBoolean() ? MovementWatch.Decode(reader) : null);
}
