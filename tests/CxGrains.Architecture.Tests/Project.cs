using System.Xml.Linq;

namespace CxGrains.Architecture.Tests;

/// <summary>A project file: the names of the project, of the projects it references and of its packages.</summary>
internal sealed record Project(string Name, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public static Project Load(string path) => Parse(NameOf(path), XDocument.Load(path));

    public static Project Parse(string name, XDocument content) => new(
        name,
        [.. Includes(content, "ProjectReference").Select(NameOf)],
        [.. Includes(content, "PackageReference")]);

    private static IEnumerable<string> Includes(XDocument content, string item) => content
        .Descendants(item)
        .Select(element => element.Attribute("Include")?.Value)
        .OfType<string>();

    // Project files may be written with either slash.
    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
