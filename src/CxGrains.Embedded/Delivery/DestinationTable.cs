using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Delivery;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Delivery;

/// <summary>The destinations, held in memory as well: every alert asks for them. Used within the outbox's transactions only.</summary>
internal sealed class DestinationTable
{
    private readonly Database _database;
    private readonly Dictionary<string, SortedDictionary<string, (Destination Destination, long HoldMs)>> _workspaces = new(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    public DestinationTable(Database database)
    {
        _database = database;
        Load();
    }

    /// <summary>Every one, with its workspace.</summary>
    public IEnumerable<(string Workspace, Destination Destination)> All =>
        from workspace in _workspaces
        from item in workspace.Value.Values
        select (workspace.Key, item.Destination);

    /// <summary>Those of a workspace, by id.</summary>
    public IEnumerable<Destination> Of(string workspace) => _workspaces.TryGetValue(workspace, out var known) ? known.Values.Select(item => item.Destination) : [];

    /// <summary>One of them; null where there is none.</summary>
    public Destination? Find(string workspace, string id) =>
        _workspaces.TryGetValue(workspace, out var known) && known.TryGetValue(id, out var item) ? item.Destination : null;

    /// <summary>Until when one wants to hear nothing, Unix milliseconds UTC; 0 where it did not say.</summary>
    public long HoldMsOf(string workspace, string id) =>
        _workspaces.TryGetValue(workspace, out var known) && known.TryGetValue(id, out var item) ? item.HoldMs : 0;

    /// <summary>Defines one; as <see cref="IDestinations.DefineAsync"/> says.</summary>
    public Destination Define(string workspace, Destination asked, int? expectedVersion)
    {
        var known = Find(workspace, asked.Id);
        var changed = DestinationRules.Change(known, Of(workspace).Count(), asked, expectedVersion);
        if (changed != known)
        {
            Write(workspace, changed, 0);
        }

        return changed;
    }

    /// <summary>Disables one, unless it is gone.</summary>
    public void Disable(string workspace, string id, string why)
    {
        if (Find(workspace, id) is { Enabled: true } known)
        {
            Write(workspace, DestinationRules.Disable(known, why), 0);
        }
    }

    /// <summary>Lets one hear nothing until an instant; 0 lets it hear again.</summary>
    public void Hold(string workspace, string id, long untilMs)
    {
        if (Find(workspace, id) is { } known)
        {
            Write(workspace, known, untilMs);
        }
    }

    /// <summary>Removes one; its messages are another table's.</summary>
    /// <exception cref="VersionConflictException">The version differs.</exception>
    public bool Remove(string workspace, string id, int? expectedVersion)
    {
        var known = Find(workspace, id);
        DestinationRules.ThrowIfOtherVersion(id, known, expectedVersion);
        if (known is null)
        {
            return false;
        }

        using var delete = _database.Prepare("DELETE FROM destination WHERE workspace = ? AND id = ?");
        delete.Bind(1, workspace).Bind(2, id).Run();
        _workspaces[workspace].Remove(id);
        return true;
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Load()
    {
        _workspaces.Clear();
        using var select = _database.Prepare("SELECT workspace, definition, hold FROM destination");
        while (select.Read())
        {
            Keep(select.Text(0), Destination.FromStored(select.Text(1)), select.Number(2));
        }
    }

    private void Write(string workspace, Destination destination, long holdMs)
    {
        using var insert = _database.Prepare("INSERT OR REPLACE INTO destination (workspace, id, definition, hold) VALUES (?, ?, ?, ?)");
        insert.Bind(1, workspace).Bind(2, destination.Id).Bind(3, destination.ToStored()).Bind(4, holdMs).Run();
        Keep(workspace, destination, holdMs);
    }

    private void Keep(string workspace, Destination destination, long holdMs)
    {
        if (!_workspaces.TryGetValue(workspace, out var known))
        {
            _workspaces.Add(workspace, known = new SortedDictionary<string, (Destination, long)>(StringComparer.Ordinal));
        }

        known[destination.Id] = (destination, holdMs);
    }
}
