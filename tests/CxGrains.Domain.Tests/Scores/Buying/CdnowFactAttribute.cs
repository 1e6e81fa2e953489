namespace CxGrains.Domain.Tests.Scores.Buying;

/// <summary>A test that needs the public data beside the project: skips where it is absent, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CdnowFactAttribute : FactAttribute
{
    public CdnowFactAttribute()
    {
        var missing = CdnowFile.Names.Where(name => CdnowFile.Find(name) is null).ToList();
        if (missing.Count > 0 && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = $"../shared/data/{string.Join(", ", missing)} is not there";
        }
    }
}
