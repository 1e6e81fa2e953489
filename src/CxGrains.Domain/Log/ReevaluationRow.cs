namespace CxGrains.Domain.Log;

/// <summary>
/// Customers of one partition to re-evaluate after a segment was defined. Unlike <see cref="RedefinitionRow"/> it names them, for
/// runtimes whose index is not saved in one transaction with the customers: a replay must give each the same position again.
/// </summary>
/// <param name="ReceivedMs">When it was appended.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Slot">The segment's slot.</param>
/// <param name="Version">The segment's version the step belongs to.</param>
/// <param name="Customers">The ids, ordinal order, at most <see cref="StepCustomersMax"/>.</param>
/// <param name="IsLast">Whether no customer comes after these.</param>
public sealed record ReevaluationRow(
    long ReceivedMs, int Partition, string Workspace, int Slot, int Version, IReadOnlyList<string> Customers, bool IsLast) : LogRow(ReceivedMs)
{
    /// <summary>Customers one step evaluates.</summary>
    public const int StepCustomersMax = 500;

    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Reevaluation;

    /// <inheritdoc/>
    public override bool ConcernsPartition(int partition) => partition == Partition;

    /// <inheritdoc/>
    public override LogRow Without(Func<string, string, bool> isErased) => !Customers.Any(customer => isErased(Workspace, customer))
        ? this
        : this with { Customers = [.. Customers.Select(customer => isErased(Workspace, customer) ? "" : customer)] };

    /// <inheritdoc/>
    protected override int ContentBytesMax => TextBytesMax(Workspace) + (4 * NumberBytesMax) + 1 + Customers.Sum(TextBytesMax);

    /// <summary>Reads the content.</summary>
    public static ReevaluationRow DecodeContent(long receivedMs, BinaryReader reader)
    {
        var partition = reader.Read7BitEncodedInt();
        var workspace = reader.ReadString();
        var slot = reader.Read7BitEncodedInt();
        var version = reader.Read7BitEncodedInt();
        var isLast = reader.ReadBoolean();
        return new ReevaluationRow(receivedMs, partition, workspace, slot, version, reader.ReadTexts(), isLast);
    }

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Partition);
        writer.Write(Workspace);
        writer.Write7BitEncodedInt(Slot);
        writer.Write7BitEncodedInt(Version);
        writer.Write(IsLast);
        writer.WriteTexts(Customers);
    }
}
