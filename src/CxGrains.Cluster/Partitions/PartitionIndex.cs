using CxGrains.Cluster.Storage;
using CxGrains.Domain;
using CxGrains.Domain.Index;
using CxGrains.Domain.Scores;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// A partition's index in memory: a row for each customer, in a table too. A row stands for a position of its customer and takes
/// nothing older, so that it never goes wrong by a replay.
/// </summary>
internal sealed class PartitionIndex(NamePool names)
{
    private readonly Dictionary<string, WorkspaceIndex> _workspaces = new(StringComparer.Ordinal);
    private List<IndexedCustomer> _changed = [];

    /// <summary>The workspaces met here.</summary>
    public IReadOnlyDictionary<string, WorkspaceIndex> Workspaces => _workspaces;

    /// <summary>Customers that time alone will change.</summary>
    public DueList<IndexedCustomer> Due { get; private set; } = new();

    /// <summary>The part of a workspace, made where it is new.</summary>
    public WorkspaceIndex WorkspaceOf(string id)
    {
        if (!_workspaces.TryGetValue(id, out var workspace))
        {
            workspace = new WorkspaceIndex(id);
            _workspaces.Add(id, workspace);
        }

        return workspace;
    }

    /// <summary>Loads what is stored; gives the rows of customers that were erased, which it leaves out.</summary>
    public async Task<List<IndexRow>> LoadAsync(IPartitionStore store)
    {
        var head = PartitionHead.Of(store.Head);
        var left = new List<IndexRow>();
        await foreach (var row in store.ReadIndexAsync())
        {
            if (!head.IsErased(row.Workspace, row.Customer))
            {
                Put(row.Workspace, row.Customer, new Position(row.Position), row.Entry);
            }
            else if (new Position(row.Position).Row <= head.Row)
            {
                // Else it began anew behind what is committed, and comes again.
                left.Add(row);
            }
        }

        return left;
    }

    /// <summary>Takes what a customer answered, to be saved with the next commit.</summary>
    public IndexedCustomer? Take(string workspace, string customer, Position position, byte[] entry)
    {
        var row = Put(workspace, customer, position, entry);
        if (row is { IsChanged: false })
        {
            row.IsChanged = true;
            _changed.Add(row);
        }

        return row;
    }

    /// <summary>Removes the row of a customer that was erased, unless it began anew behind that.</summary>
    public void Erase(string workspace, string customer, Position position)
    {
        if (WorkspaceOf(workspace).Find(customer) is { } row && row.Position <= position)
        {
            row.Workspace.Erase(row);
        }
    }

    /// <summary>What changed since it was last asked, to be saved.</summary>
    public List<IndexRow> TakeChanged()
    {
        _changed.RemoveAll(row => row.IsErased);
        var rows = _changed.ConvertAll(ToRow);
        _changed.ForEach(row => row.IsChanged = false);
        _changed = [];
        return rows;
    }

    /// <summary>What could not be saved is still to be saved.</summary>
    public void PutBack(IEnumerable<IndexRow> rows)
    {
        foreach (var row in rows)
        {
            if (WorkspaceOf(row.Workspace).Find(row.Customer) is { IsChanged: false } customer)
            {
                customer.IsChanged = true;
                _changed.Add(customer);
            }
        }
    }

    /// <summary>Lists anew who is due when: what was taken from the list may not have come to be.</summary>
    public void ListDueAnew()
    {
        Due = new DueList<IndexedCustomer>();
        foreach (var customer in _workspaces.Values.SelectMany(workspace => workspace.Customers))
        {
            customer.QueuedDueMs = long.MaxValue;
            Due.Schedule(customer);
        }

        foreach (var workspace in _workspaces.Values)
        {
            workspace.EvaluatedCount = 0;
        }
    }

    private IndexedCustomer? Put(string workspace, string customer, Position position, byte[] entry)
    {
        var part = WorkspaceOf(workspace);
        var row = part.RowOf(customer);
        if (position < row.Position)
        {
            return null;
        }

        part.AlreadySoCount -= row.AlreadySo ? 1 : 0;
        var wasHigh = row.Band == RiskBand.High;
        using var reader = new BinaryReader(new MemoryStream(entry));
        row.DecodeBody(reader, names);
        row.Position = position;
        part.AlreadySoCount += row.AlreadySo ? 1 : 0;
        if (wasHigh || row.Band == RiskBand.High)
        {
            part.Riskiest.Forget();
        }

        Due.Schedule(row);
        return row;
    }

    private static IndexRow ToRow(IndexedCustomer row) =>
        new(row.Workspace.Id, row.Id, row.Position.Value, StateEncoding.ToBytes(row, static (entry, writer) => entry.EncodeBody(writer)));
}
