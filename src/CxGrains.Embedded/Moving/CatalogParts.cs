using CxGrains.Abstractions.Moving;
using CxGrains.Domain.Segments;
using CxGrains.Embedded.Catalog;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Moving;

/// <summary>Workspaces, definitions and keys as parts of a move.</summary>
internal static class CatalogParts
{
    /// <summary>Reads them: workspaces before keys.</summary>
    public static IEnumerable<MovedPart> Read(Database database)
    {
        var names = CatalogStore.ReadWorkspaces(database).ToDictionary(workspace => workspace.Id, workspace => workspace.Name);
        var surveys = CatalogStore.ReadSurveys(database).ToLookup(item => item.Workspace, item => item.Survey);
        var segments = CatalogStore.ReadSegments(database).ToLookup(item => item.Workspace, item => SegmentJson.Write(item.Segment));
        var settings = CatalogStore.ReadSettings(database).ToDictionary(item => item.Workspace, item => item.Settings.ToStored());
        var models = CatalogStore.ReadModels(database).ToDictionary(item => item.Workspace, item => item.Model.ToBytes());
        var alertRules = CatalogStore.ReadAlertRules(database).ToDictionary(item => item.Workspace, item => item.Rules.ToStored());
        var ids = names.Keys.Union(surveys.Select(group => group.Key)).Union(segments.Select(group => group.Key)).Union(settings.Keys).Union(alertRules.Keys).Order(StringComparer.Ordinal);
        return ids
            .Select(id => (MovedPart)new MovedWorkspace(id, names.GetValueOrDefault(id), [.. surveys[id]], [.. segments[id]], settings.GetValueOrDefault(id), models.GetValueOrDefault(id), alertRules.GetValueOrDefault(id)))
            .Concat(CatalogStore.ReadKeys(database).Select(key => new MovedKey(key)));
    }
}
