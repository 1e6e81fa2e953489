using CxGrains.Abstractions.Keys;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Scores.Buying;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Catalog;

/// <summary>
/// Workspaces, keys and definitions as rows. They live in the log's file: they must be durable when the caller hears so, and a
/// segment's definition in one transaction with the row that tells the partitions.
/// </summary>
internal static class CatalogStore
{
    /// <summary>Makes the tables.</summary>
    public static void Create(Database database)
    {
        database.Execute("CREATE TABLE IF NOT EXISTS workspace (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID");
        database.Execute("CREATE TABLE IF NOT EXISTS key (hash TEXT PRIMARY KEY, workspace TEXT NOT NULL, scopes INTEGER NOT NULL, name TEXT NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID");
        database.Execute("CREATE TABLE IF NOT EXISTS survey (workspace TEXT, id TEXT, name TEXT NOT NULL, metric INTEGER NOT NULL, scale INTEGER NOT NULL, ces_method INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (workspace, id)) WITHOUT ROWID");
        database.Execute("CREATE TABLE IF NOT EXISTS segment (workspace TEXT, id TEXT, definition TEXT NOT NULL, PRIMARY KEY (workspace, id)) WITHOUT ROWID");
        database.Execute("CREATE TABLE IF NOT EXISTS settings (workspace TEXT PRIMARY KEY, settings TEXT NOT NULL) WITHOUT ROWID");
        database.Execute("CREATE TABLE IF NOT EXISTS alert_rules (workspace TEXT PRIMARY KEY, rules TEXT NOT NULL) WITHOUT ROWID");
        database.Execute("CREATE TABLE IF NOT EXISTS buying (workspace TEXT PRIMARY KEY, model BLOB NOT NULL) WITHOUT ROWID");
        database.Execute("CREATE TABLE IF NOT EXISTS model (workspace TEXT PRIMARY KEY, model BLOB NOT NULL) WITHOUT ROWID");
    }

    /// <summary>All workspaces.</summary>
    public static IEnumerable<WorkspaceRecord> ReadWorkspaces(Database database)
    {
        using var select = database.Prepare("SELECT id, name FROM workspace");
        while (select.Read())
        {
            yield return new WorkspaceRecord(select.Text(0), select.Text(1));
        }
    }

    /// <summary>Writes a workspace.</summary>
    public static void Write(Database database, WorkspaceRecord workspace)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO workspace (id, name) VALUES (?, ?)");
        insert.Bind(1, workspace.Id).Bind(2, workspace.Name).Run();
    }

    /// <summary>All keys.</summary>
    public static IEnumerable<KeyRecord> ReadKeys(Database database)
    {
        using var select = database.Prepare("SELECT hash, workspace, scopes, name, created FROM key");
        while (select.Read())
        {
            yield return new KeyRecord(select.Text(0), select.Text(1), (Scopes)select.Number(2), select.Text(3), select.Number(4));
        }
    }

    /// <summary>Writes a key.</summary>
    public static void Write(Database database, KeyRecord key)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO key (hash, workspace, scopes, name, created) VALUES (?, ?, ?, ?, ?)");
        insert.Bind(1, key.Hash).Bind(2, key.Workspace).Bind(3, (long)key.Scopes).Bind(4, key.Name).Bind(5, key.CreatedMs).Run();
    }

    /// <summary>Removes a key.</summary>
    public static void Remove(Database database, KeyRecord key)
    {
        using var delete = database.Prepare("DELETE FROM key WHERE hash = ?");
        delete.Bind(1, key.Hash).Run();
    }

    /// <summary>All surveys with their workspaces.</summary>
    public static IEnumerable<(string Workspace, SurveyDefinition Survey)> ReadSurveys(Database database)
    {
        using var select = database.Prepare("SELECT workspace, id, name, metric, scale, ces_method, version FROM survey");
        while (select.Read())
        {
            yield return (select.Text(0), new SurveyDefinition
            {
                Id = select.Text(1),
                Name = select.Text(2),
                Metric = (SurveyMetric)select.Number(3),
                Scale = (int)select.Number(4),
                CesMethod = (CesMethod)select.Number(5),
                Version = (int)select.Number(6),
            });
        }
    }

    /// <summary>Writes a survey.</summary>
    public static void Write(Database database, string workspace, SurveyDefinition survey)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO survey (workspace, id, name, metric, scale, ces_method, version) VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.Bind(1, workspace).Bind(2, survey.Id).Bind(3, survey.Name).Bind(4, (long)survey.Metric).Bind(5, survey.Scale)
            .Bind(6, (long)survey.CesMethod).Bind(7, survey.Version).Run();
    }

    /// <summary>All segments with their workspaces.</summary>
    public static IEnumerable<(string Workspace, SegmentDefinition Segment)> ReadSegments(Database database)
    {
        using var select = database.Prepare("SELECT workspace, definition FROM segment");
        while (select.Read())
        {
            yield return (select.Text(0), SegmentJson.Read(select.Text(1)));
        }
    }

    /// <summary>Writes a segment.</summary>
    public static void Write(Database database, string workspace, SegmentDefinition segment)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO segment (workspace, id, definition) VALUES (?, ?, ?)");
        insert.Bind(1, workspace).Bind(2, segment.Id).Bind(3, SegmentJson.Write(segment)).Run();
    }

    /// <summary>All settings that were decided, with their workspaces.</summary>
    public static IEnumerable<(string Workspace, WorkspaceSettings Settings)> ReadSettings(Database database)
    {
        using var select = database.Prepare("SELECT workspace, settings FROM settings");
        while (select.Read())
        {
            yield return (select.Text(0), WorkspaceSettings.FromStored(select.Text(1)));
        }
    }

    /// <summary>Writes settings.</summary>
    public static void Write(Database database, string workspace, WorkspaceSettings settings)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO settings (workspace, settings) VALUES (?, ?)");
        insert.Bind(1, workspace).Bind(2, settings.ToStored()).Run();
    }

    /// <summary>All alert rules that were defined, with their workspaces.</summary>
    public static IEnumerable<(string Workspace, AlertRules Rules)> ReadAlertRules(Database database)
    {
        using var select = database.Prepare("SELECT workspace, rules FROM alert_rules");
        while (select.Read())
        {
            yield return (select.Text(0), AlertRules.FromStored(select.Text(1)));
        }
    }

    /// <summary>Writes alert rules.</summary>
    public static void Write(Database database, string workspace, AlertRules rules)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO alert_rules (workspace, rules) VALUES (?, ?)");
        insert.Bind(1, workspace).Bind(2, rules.ToStored()).Run();
    }

    /// <summary>All published models with their workspaces.</summary>
    public static IEnumerable<(string Workspace, PublishedModel Model)> ReadModels(Database database)
    {
        using var select = database.Prepare("SELECT workspace, model FROM model");
        while (select.Read())
        {
            yield return (select.Text(0), PublishedModel.FromBytes(select.Bytes(1).ToArray()));
        }
    }

    /// <summary>All models of buying with their workspaces.</summary>
    public static IEnumerable<(string Workspace, BuyingModel Model)> ReadBuying(Database database)
    {
        using var select = database.Prepare("SELECT workspace, model FROM buying");
        while (select.Read())
        {
            yield return (select.Text(0), BuyingModel.FromBytes(select.Bytes(1).ToArray()));
        }
    }

    /// <summary>Writes a model of buying.</summary>
    public static void Write(Database database, string workspace, BuyingModel model)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO buying (workspace, model) VALUES (?, ?)");
        insert.Bind(1, workspace).Bind(2, model.ToBytes()).Run();
    }

    /// <summary>Writes a published model.</summary>
    public static void Write(Database database, string workspace, byte[] model)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO model (workspace, model) VALUES (?, ?)");
        insert.Bind(1, workspace).Bind(2, model).Run();
    }
}
