using CxGrains.Domain.Alerts;

namespace CxGrains.Domain.Log;

/// <summary>What somebody did with an alert of one of a partition's customers, or one that is about none.</summary>
/// <param name="ReceivedMs">When it was done.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Customer">The customer; empty where the alert is about none.</param>
/// <param name="Handled">The alert, and what was done.</param>
public sealed record AlertActRow(long ReceivedMs, int Partition, string Workspace, string Customer, HandledAlert Handled) : LogRow(ReceivedMs)
{
    /// <summary>Whether the alert is about a survey, a segment or a goal.</summary>
    public bool IsOfNoCustomer => Customer.Length == 0;

    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.AlertAct;

    /// <inheritdoc/>
    public override bool ConcernsPartition(int partition) => partition == Partition;

    /// <inheritdoc/>
    public override LogRow Without(Func<string, string, bool> isErased) => isErased(Workspace, Customer)
        ? this with { Customer = "", Handled = Handled with { Id = "", Act = Handled.Act with { Note = null } } }
        : this;

    /// <inheritdoc/>
    protected override int ContentBytesMax =>
        TextBytesMax(Workspace) + TextBytesMax(Customer) + TextBytesMax(Handled.Id) + TextBytesMax(Handled.Rule) + TextBytesMax(Handled.Act.Actor)
        + TextBytesMax(Handled.Act.Note ?? "") + (6 * NumberBytesMax);

    /// <summary>Reads the content.</summary>
    public static AlertActRow DecodeContent(long receivedMs, BinaryReader reader) =>
        new(receivedMs, reader.Read7BitEncodedInt(), reader.ReadString(), reader.ReadString(), HandledAlert.Decode(reader));

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Partition);
        writer.Write(Workspace);
        writer.Write(Customer);
        Handled.Encode(writer);
    }
}
