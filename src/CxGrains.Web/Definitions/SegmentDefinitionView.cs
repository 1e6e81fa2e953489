using System.Text.Json;

namespace CxGrains.Web.Definitions;

/// <summary>A segment as defined.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The display name.</param>
/// <param name="Rule">The rule.</param>
internal sealed record SegmentDefinitionView(string Id, string Name, JsonElement Rule);
