using System.Text.Json;

namespace CxGrains.Web.Live;

/// <summary>A topic as it stood at one version. Immutable.</summary>
/// <param name="Epoch">The life of the topic's channel; versions of different epochs have nothing to do with each other.</param>
/// <param name="Version">Counts up by one with each change, from 1.</param>
/// <param name="State">The view.</param>
/// <param name="Patch">What makes this state of the version before; absent in an epoch's first frame.</param>
internal sealed record TopicFrame(string Epoch, long Version, JsonElement State, JsonElement? Patch);
