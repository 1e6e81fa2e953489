namespace CxGrains.Domain.Alerts;

/// <summary>What somebody did with one of a customer's alerts, as its customer announces it.</summary>
/// <param name="Id">The alert's id.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Act">What was done.</param>
/// <param name="IsCounted">Whether its outcome counts here; an account's alert that several partitions have counts in one of them.</param>
public sealed record HandledAlert(string Id, string Rule, AlertAct Act, bool IsCounted)
{
    /// <summary>It as bytes.</summary>
    public byte[] ToBytes() => StateEncoding.ToBytes(this, static (handled, writer) => handled.Encode(writer));

    /// <summary>Reads what <see cref="ToBytes"/> gave.</summary>
    public static HandledAlert FromBytes(byte[] bytes) => Decode(new BinaryReader(new MemoryStream(bytes)));

    /// <summary>Writes it.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write(Rule);
        Act.Encode(writer);
        writer.Write(IsCounted);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static HandledAlert Decode(BinaryReader reader) => new(reader.ReadString(), reader.ReadString(), AlertAct.Decode(reader), reader.ReadBoolean());
}
