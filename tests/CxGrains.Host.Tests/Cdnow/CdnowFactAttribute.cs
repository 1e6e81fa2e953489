namespace CxGrains.Host.Tests.Cdnow;

/// <summary>A test that needs the public data beside the project: skips where it is absent, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CdnowFactAttribute : FactAttribute
{
    public CdnowFactAttribute()
    {
        if (CdnowFile.Find() is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "../shared/data/cdnow_master.txt is not there";
        }
    }
}
