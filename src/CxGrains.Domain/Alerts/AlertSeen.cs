namespace CxGrains.Domain.Alerts;

/// <summary>The figures that an alert of a survey, a segment or a goal was raised by.</summary>
/// <param name="Score">The value as it stood, in the unit of the score or the goal.</param>
/// <param name="Against">What it is held against: the score of the window before; of a goal where the line to its target was.</param>
/// <param name="MarginOfError">Half the 95 % interval of <see cref="Difference"/>, in the same unit; null where the value is counted in full.</param>
/// <param name="Responses">Answers that the value rests on; null for a goal.</param>
/// <param name="ResponsesBefore">Answers of the window before; null for a goal.</param>
public sealed record AlertSeen(double Score, double Against, double? MarginOfError, long? Responses, long? ResponsesBefore)
{
    /// <summary><see cref="Score"/> less <see cref="Against"/>.</summary>
    public double Difference => Score - Against;

    /// <summary>Writes it.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Score);
        writer.Write(Against);
        writer.Write(MarginOfError ?? double.NaN);
        writer.Write7BitEncodedInt64(Responses ?? -1);
        writer.Write7BitEncodedInt64(ResponsesBefore ?? -1);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static AlertSeen Decode(BinaryReader reader) => new(
        reader.ReadDouble(),
        reader.ReadDouble(),
        reader.ReadDouble() is var margin && double.IsNaN(margin) ? null : margin,
        reader.Read7BitEncodedInt64() is var responses && responses < 0 ? null : responses,
        reader.Read7BitEncodedInt64() is var before && before < 0 ? null : before);
}
