using CxGrains.Abstractions.Moving;
using CxGrains.Cluster.Customers;
using CxGrains.Cluster.Keys;
using CxGrains.Cluster.Workspaces;
using Npgsql;

namespace CxGrains.Cluster.Moving;

/// <summary>Takes in workspaces, definitions and keys. What the cluster has beside them stays.</summary>
internal sealed class MovedCatalog(NpgsqlDataSource database, IGrainFactory grains, ClusterKeys keys)
{
    /// <summary>Takes in what parts hold of them.</summary>
    public async Task TakeAsync(IReadOnlyList<MovedPart> parts, CancellationToken cancellationToken)
    {
        var workspaces = parts.OfType<MovedWorkspace>().ToList();
        var movedKeys = parts.OfType<MovedKey>().ToList();
        if (workspaces.Count == 0 && movedKeys.Count == 0)
        {
            return;
        }

        foreach (var workspace in workspaces)
        {
            var owner = grains.GetGrain<IWorkspaceGrain>(GrainKeys.Of(workspace.Id, GrainKeys.All));
            await owner.AdoptAsync([.. workspace.Surveys.Select(SurveyOnWire.Of)], [.. workspace.Segments], workspace.Settings, workspace.Model, workspace.AlertRules).WaitAsync(cancellationToken);
            if (workspace.Name is { } name)
            {
                await WriteAsync(workspace.Id, name, cancellationToken);
            }
        }

        foreach (var key in movedKeys)
        {
            await WriteAsync(key, cancellationToken);
        }

        await keys.RefreshAsync(cancellationToken);
    }

    private async Task WriteAsync(string id, string name, CancellationToken cancellationToken)
    {
        await using var upsert = database.CreateCommand("INSERT INTO cx_workspace (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = excluded.name");
        upsert.Parameters.Add(new() { Value = id });
        upsert.Parameters.Add(new() { Value = name });
        await upsert.ExecuteNonQueryAsync(cancellationToken);
    }

    // A key that the cluster has already, as its first one set to the directory's, stays as it is.
    private async Task WriteAsync(MovedKey part, CancellationToken cancellationToken)
    {
        await using var insert = database.CreateCommand(
            "INSERT INTO cx_key (hash, workspace, scopes, name, created_ms) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hash) DO NOTHING");
        insert.Parameters.Add(new() { Value = part.Key.Hash });
        insert.Parameters.Add(new() { Value = part.Key.Workspace });
        insert.Parameters.Add(new() { Value = (int)part.Key.Scopes });
        insert.Parameters.Add(new() { Value = part.Key.Name });
        insert.Parameters.Add(new() { Value = part.Key.CreatedMs });
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
