namespace CxGrains.Architecture.Tests;

/// <summary>The verdict over a list of violations.</summary>
internal static class Violations
{
    /// <summary>Fails with every violation in full: Assert.Empty would cut each after a few words.</summary>
    public static void AssertNone(IEnumerable<string> violations)
    {
        var found = violations.ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
