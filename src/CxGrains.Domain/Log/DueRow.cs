namespace CxGrains.Domain.Log;

/// <summary>Customers of one partition whose band or segments time alone changes by now.</summary>
public sealed record DueRow(long ReceivedMs, int Partition, IReadOnlyList<DueCustomer> Customers) : LogRow(ReceivedMs)
{
    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Due;

    /// <inheritdoc/>
    public override bool ConcernsPartition(int partition) => partition == Partition;

    /// <inheritdoc/>
    public override LogRow Without(Func<string, string, bool> isErased) => !Customers.Any(due => isErased(due.Workspace, due.Customer))
        ? this
        : this with { Customers = [.. Customers.Select(due => isErased(due.Workspace, due.Customer) ? due with { Customer = "" } : due)] };

    /// <inheritdoc/>
    protected override int ContentBytesMax => (2 * NumberBytesMax) + Customers.Sum(due => TextBytesMax(due.Workspace) + TextBytesMax(due.Customer));

    /// <summary>Reads the content.</summary>
    public static DueRow DecodeContent(long receivedMs, BinaryReader reader)
    {
        var partition = reader.Read7BitEncodedInt();
        var customers = new DueCustomer[reader.Read7BitEncodedInt()];
        for (var i = 0; i < customers.Length; i++)
        {
            customers[i] = new DueCustomer(reader.ReadString(), reader.ReadString());
        }

        return new DueRow(receivedMs, partition, customers);
    }

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Partition);
        writer.Write7BitEncodedInt(Customers.Count);
        foreach (var customer in Customers)
        {
            writer.Write(customer.Workspace);
            writer.Write(customer.Customer);
        }
    }
}
