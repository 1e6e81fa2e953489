namespace CxGrains.Domain.Alerts.Movements;

/// <summary>What is remembered of a rule on a survey, a segment or a goal, so that what stands is told once.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="RuleVersion">The version of the rule that was looked at; versions never come again.</param>
/// <param name="Stands">Whether what the rule waits for was so when last looked, raised or not.</param>
/// <param name="RaisedMs">When the rule last raised an alert, Unix milliseconds UTC; 0 for never.</param>
public sealed record MovementWatch(string Rule, int RuleVersion, bool Stands, long RaisedMs)
{
    /// <summary>Writes it.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Rule);
        writer.Write7BitEncodedInt(RuleVersion);
        writer.Write(Stands);
        writer.Write7BitEncodedInt64(RaisedMs);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static MovementWatch Decode(BinaryReader reader) =>
        new(reader.ReadString(), reader.Read7BitEncodedInt(), reader.ReadBoolean(), reader.Read7BitEncodedInt64());
}
