namespace CxGrains.Architecture.Tests;

public class TidyTests
{
    private static readonly string[] AllFolders = ["src", "clients", "tests", "load-tests"];

    [Fact]
    public void Every_file_of_src_holds_one_public_type_and_is_named_after_it() =>
        Violations.AssertNone(Repository.CSharpFiles("src", "clients").SelectMany(TidyRules.OnePublicTypeNamedAfterTheFile));

    [Fact]
    public void No_file_is_too_long() =>
        Violations.AssertNone(Repository.CSharpFiles(AllFolders).SelectMany(TidyRules.NotTooLong));

    [Fact]
    public void No_namespace_hides_the_library_Orleans() =>
        Violations.AssertNone(Repository.CSharpFiles(AllFolders).SelectMany(TidyRules.NoNamespaceHidesOrleans));

    [Fact]
    public void No_catch_block_is_empty() =>
        Violations.AssertNone(Repository.CSharpFiles(AllFolders).SelectMany(TidyRules.NoEmptyCatch));

    [Fact]
    public void The_checks_see_the_files_people_write_and_not_what_the_build_writes()
    {
        var paths = Repository.CSharpFiles("tests").Select(file => file.Path).ToList();

        Assert.Contains("tests/CxGrains.Architecture.Tests/TidyTests.cs", paths);
        Assert.DoesNotContain(paths, path => path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public class Score;")]
    [InlineData("public sealed record Score(double Value);\n\ninternal class Other;")]
    [InlineData("public readonly record struct Score\n{\n    public enum Nested { One }\n}")]
    [InlineData("public static partial class Score\n{\n}")]
    [InlineData("public interface Score<in T>\n    where T : class;")]
    [InlineData("public delegate IReadOnlyList<int> Score(int value);")]
    [InlineData("internal enum Other { One }")]
    public void One_public_type_named_after_its_file_is_fine(string text) =>
        Assert.Empty(TidyRules.OnePublicTypeNamedAfterTheFile(new SourceFile("src/Score.cs", text)));

    [Theory]
    [InlineData("public class Other;")]
    [InlineData("public sealed record Other(double Value);")]
    [InlineData("public readonly record struct Other;")]
    [InlineData("public interface Other<T>;")]
    [InlineData("public enum Other\n{\n    One,\n}")]
    [InlineData("public delegate IReadOnlyList<int> Other(int value);")]
    public void A_public_type_of_another_name_than_its_file_is_found(string text)
    {
        var found = TidyRules.OnePublicTypeNamedAfterTheFile(new SourceFile("src/Score.cs", text));

        Assert.Equal(["src/Score.cs has the public type Other and should be named after it."], found);
    }

    [Fact]
    public void A_second_public_type_is_found()
    {
        var file = new SourceFile("src/Score.cs", "public class Score;\n\npublic enum Band { Low }");

        Assert.Contains(
            "src/Score.cs has 2 public types (Score, Band), at most 1 is allowed.",
            TidyRules.OnePublicTypeNamedAfterTheFile(file));
    }

    [Theory]
    [InlineData(TidyRules.FileLinesMax, 0)]
    [InlineData(TidyRules.FileLinesMax + 1, 1)]
    public void A_file_with_one_line_too_many_is_found(int lines, int found)
    {
        var file = new SourceFile("src/Score.cs", string.Concat(Enumerable.Repeat("// A line.\n", lines)));

        Assert.Equal(found, TidyRules.NotTooLong(file).Count());
    }

    [Theory]
    [InlineData("namespace CxGrains.Orleans;", 1)]
    [InlineData("namespace CxGrains.Cluster.Orleans\n{\n}", 1)]
    [InlineData("namespace CxGrains.Cluster;", 0)]
    [InlineData("namespace CxGrains.Orleans.Grains;", 0)]
    public void A_namespace_that_hides_Orleans_is_found(string text, int found) =>
        Assert.Equal(found, TidyRules.NoNamespaceHidesOrleans(new SourceFile("src/Score.cs", text)).Count());

    // The keyword stands apart from the rest, or this file would be found itself.
    [Theory]
    [InlineData(" { }", 1)]
    [InlineData(" (IOException)\n{\n}", 1)]
    [InlineData(" (IOException e) when (e.HResult == Code(1)) { }", 1)]
    [InlineData("\n{\n    // Never mind.\n}", 1)]
    [InlineData(" { /* Never\n mind. */ }", 1)]
    [InlineData(" (IOException) { throw; }", 0)]
    public void An_empty_catch_block_is_found(string rest, int found) =>
        Assert.Equal(found, TidyRules.NoEmptyCatch(new SourceFile("src/Score.cs", "try { A(); } catch" + rest)).Count());
}
