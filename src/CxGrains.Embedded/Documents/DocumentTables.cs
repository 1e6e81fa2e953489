using CxGrains.Abstractions.Documents;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Documents;

/// <summary>Documents as rows of the log's file, where they are durable when the caller hears so.</summary>
internal static class DocumentTables
{
    /// <summary>Makes the table.</summary>
    public static void Create(Database database) => database.Execute(
        "CREATE TABLE IF NOT EXISTS document (workspace TEXT, kind TEXT, id TEXT, key TEXT, json TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (workspace, kind, id)) WITHOUT ROWID");

    /// <summary>All documents.</summary>
    public static IEnumerable<StoredDocument> Read(Database database)
    {
        using var select = database.Prepare("SELECT workspace, kind, id, coalesce(key, ''), json, version FROM document");
        while (select.Read())
        {
            var key = select.Text(3);
            yield return new StoredDocument(select.Text(0), select.Text(1), select.Text(2), key.Length == 0 ? null : key, select.Text(4), (int)select.Number(5));
        }
    }

    /// <summary>Writes a document.</summary>
    public static void Write(Database database, StoredDocument document)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO document (workspace, kind, id, key, json, version) VALUES (?, ?, ?, ?, ?, ?)");
        insert.Bind(1, document.Workspace).Bind(2, document.Kind).Bind(3, document.Id).Bind(4, document.Key ?? "").Bind(5, document.Json).Bind(6, document.Version).Run();
    }

    /// <summary>Removes a document.</summary>
    public static void Remove(Database database, StoredDocument document)
    {
        using var delete = database.Prepare("DELETE FROM document WHERE workspace = ? AND kind = ? AND id = ?");
        delete.Bind(1, document.Workspace).Bind(2, document.Kind).Bind(3, document.Id).Run();
    }
}
