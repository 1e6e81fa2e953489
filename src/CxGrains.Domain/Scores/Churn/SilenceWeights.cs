namespace CxGrains.Domain.Scores.Churn;

/// <summary>A model's weights of the features that grow with silence, each 0 or above. One instance serves all customers of a model.</summary>
/// <param name="Mbg">Of <see cref="RiskSlot.MbgSilence"/>.</param>
/// <param name="Log">Of <see cref="RiskSlot.LogSilence"/>.</param>
/// <param name="Gap">Of <see cref="RiskSlot.GapSilence"/>.</param>
public sealed record SilenceWeights(double Mbg, double Log, double Gap)
{
    /// <summary>Those of a model that has not learned.</summary>
    public static readonly SilenceWeights Prior = new(1, 0, 0);

    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Mbg);
        writer.Write(Log);
        writer.Write(Gap);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands at the first byte.</param>
    /// <param name="known">The weights read last: they are mostly the same.</param>
    internal static SilenceWeights Decode(BinaryReader reader, SilenceWeights known)
    {
        var read = new SilenceWeights(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        return read == known ? known : read == Prior ? Prior : read;
    }
}
