using System.Text.RegularExpressions;

namespace CxGrains.Architecture.Tests;

/// <summary>Rules of style that a look at the text can check. Each gives what is wrong, one sentence each.</summary>
/// <remarks>They read text, not syntax: simple enough to trust, since the compiler and the formatter do the rest.</remarks>
internal static partial class TidyRules
{
    /// <summary>The most lines a C# file may have.</summary>
    public const int FileLinesMax = 400;

    public static IEnumerable<string> OnePublicTypeNamedAfterTheFile(SourceFile file)
    {
        // "Name.Part.cs" and "Name.TResult.cs" belong to the type Name.
        var expected = Path.GetFileName(file.Path).Split('.')[0];
        var types = PublicType().Matches(file.Text).Select(match => match.Groups["name"].Value).ToList();

        if (types.Count > 1)
        {
            yield return $"{file.Path} has {types.Count} public types ({string.Join(", ", types)}), at most 1 is allowed.";
        }

        foreach (var type in types.Where(type => type != expected).Take(1))
        {
            yield return $"{file.Path} has the public type {type} and should be named after it.";
        }
    }

    public static IEnumerable<string> NotTooLong(SourceFile file)
    {
        var lines = file.Text.TrimEnd('\n').Split('\n').Length;

        if (lines > FileLinesMax)
        {
            yield return $"{file.Path} has {lines} lines, at most {FileLinesMax} are allowed.";
        }
    }

    public static IEnumerable<string> NoNamespaceHidesOrleans(SourceFile file) =>
        from match in OrleansNamespace().Matches(file.Text)
        select $"{file.Path} has the namespace {match.Groups["name"].Value}, which hides the library's own.";

    public static IEnumerable<string> NoEmptyCatch(SourceFile file) =>
        from match in EmptyCatch().Matches(Comment().Replace(file.Text, ""))
        select $"{file.Path} has an empty catch block.";

    // A type of its own starts at the margin, since namespaces are file-scoped; what is indented is nested.
    [GeneratedRegex(
        @"^public\s+(?:(?:abstract|partial|readonly|ref|sealed|static|unsafe)\s+)*"
        + @"(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+[^(;]+?)\s+"
        + @"(?<name>\w+)\s*(?:[<(:{;]|where\b|$)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^\s*namespace\s+(?<name>(?:\w+\.)+Orleans)\s*[;{]?\s*$", RegexOptions.Multiline)]
    private static partial Regex OrleansNamespace();

    // A comment does not make a catch block less empty.
    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bcatch\s*(?:\([^)]*\)\s*)?(?:when\b[^{};]*)?\{\s*\}")]
    private static partial Regex EmptyCatch();
}
