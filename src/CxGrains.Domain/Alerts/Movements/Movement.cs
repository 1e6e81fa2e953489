namespace CxGrains.Domain.Alerts.Movements;

/// <summary>
/// What a look at a rule's survey, segment or goal has come to. The record that carries it says all: folding it asks for nothing else, so
/// that a repeat, a replay or two who looked at once change nothing.
/// </summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Watch">What is remembered of the rule from now on; null for nothing any more, because it is no longer in force.</param>
public sealed record Movement(string Rule, MovementWatch? Watch)
{
    private const byte Version = 1;

    /// <summary>The alert that is raised; null for none.</summary>
    public Alert? Raised { get; init; }

    /// <summary>Whether what the rule waits for has ended, so that its alerts have lost their cause.</summary>
    public bool HasEnded { get; init; }

    /// <summary>What it changes in what is remembered.</summary>
    public WatchChange Change => new(Rule, Watch);

    /// <summary>It as bytes, the version first.</summary>
    public byte[] ToBytes() => StateEncoding.ToBytes(this, static (movement, writer) => movement.Encode(writer));

    /// <summary>Reads what <see cref="ToBytes"/> gave.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static Movement FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        reader.ReadVersion("Movement", Version);
        var change = WatchChange.Decode(reader);
        return new Movement(change.Rule, change.Watch)
        {
            HasEnded = reader.ReadBoolean(),
            Raised = reader.ReadBoolean() ? Alert.Decode(reader, Alert.FormWithSubject) : null,
        };
    }

    private void Encode(BinaryWriter writer)
    {
        writer.Write(Version);
        Change.Encode(writer);
        writer.Write(HasEnded);
        writer.Write(Raised is not null);
        Raised?.Encode(writer);
    }
}
