using System.Globalization;

namespace CxGrains.Cluster;

/// <summary>
/// The grains' keys: <c>workspace/id</c>, and <c>workspace/partition/id</c> for a partition's part of something. A workspace's id
/// holds no slash (the web checks it), so that the first one ends it whatever the id holds.
/// </summary>
internal static class GrainKeys
{
    /// <summary>The id of what concerns a whole workspace. A key of the workspace alone could look like a number to the storage, which takes <c>ff</c> and <c>FF</c> for one.</summary>
    public const string All = "all";

    /// <summary>The key of a customer, a survey or a segment.</summary>
    public static string Of(string workspace, string id) => $"{workspace}/{id}";

    /// <summary>The key of a partition's part.</summary>
    public static string Of(string workspace, int partition, string id) => string.Create(CultureInfo.InvariantCulture, $"{workspace}/{partition}/{id}");

    /// <summary>Workspace and id of a key.</summary>
    public static (string Workspace, string Id) Split(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (key[..slash], key[(slash + 1)..]);
    }
}
