using YamlDotNet.RepresentationModel;

namespace CxGrains.Silo.Tests;

/// <summary>The files that say how a cluster is run in containers.</summary>
internal static class DeployFiles
{
    private static readonly string Root = FindRoot();

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The compose file, its merge keys resolved.</summary>
    public static YamlMappingNode Compose()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Read("docker-compose.yml")));
        return Merged((YamlMappingNode)yaml.Documents[0].RootNode);
    }

    /// <summary>The services whose name begins with "silo".</summary>
    public static IEnumerable<(string Name, YamlMappingNode Service)> Silos() =>
        Services().Where(service => service.Name.StartsWith("silo", StringComparison.Ordinal));

    /// <summary>All services.</summary>
    public static IEnumerable<(string Name, YamlMappingNode Service)> Services() =>
        Map(Compose(), "services").Children.Select(pair => (pair.Key.ToString(), (YamlMappingNode)pair.Value));

    /// <summary>What stands under a key.</summary>
    public static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[new YamlScalarNode(key)];

    /// <summary>The keys and values under a key; empty where it is absent.</summary>
    public static Dictionary<string, string> Values(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var values)
        ? ((YamlMappingNode)values).Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString())
        : [];

    /// <summary>The items of a list under a key; empty where it is absent.</summary>
    public static List<string> Items(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var items)
        ? [.. (items as YamlSequenceNode)?.Children.Select(item => item.ToString()) ?? ((YamlMappingNode)items).Children.Keys.Select(item => item.ToString())]
        : [];

    // What a mapping says itself goes before what it merges.
    private static YamlMappingNode Merged(YamlMappingNode node)
    {
        var merge = new YamlScalarNode("<<");
        var merged = new YamlMappingNode();
        foreach (var (key, value) in node.Children.Where(pair => !pair.Key.Equals(merge)))
        {
            merged.Add(key, value is YamlMappingNode inner ? Merged(inner) : value);
        }

        if (node.Children.TryGetValue(merge, out var others))
        {
            foreach (var (key, value) in Merged((YamlMappingNode)others).Children.Where(pair => !merged.Children.ContainsKey(pair.Key)))
            {
                merged.Add(key, value);
            }
        }

        return merged;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CxGrains.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("CxGrains.sln is nowhere above the tests.");
        }

        return folder.FullName;
    }
}
