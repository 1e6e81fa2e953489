using System.Text.Json;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Tests.Settings;

/// <summary>Settings as a workspace would send them.</summary>
internal static class Deciding
{
    public static WorkspaceSettings Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WorkspaceSettings.Parse(document.RootElement);
    }

    /// <summary>The settings after those of before, as stored and read again.</summary>
    public static WorkspaceSettings Then(this WorkspaceSettings before, string json) => WorkspaceSettings.FromStored(Parse(json).After(before).ToStored());
}
