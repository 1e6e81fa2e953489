namespace CxGrains.Dashboard.Tests;

/// <summary>A test that needs npm. Where it is missing the test is skipped and says so; in CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmFactAttribute : FactAttribute
{
    /// <summary>Decides, when the test is found, whether it can run.</summary>
    public NpmFactAttribute()
    {
        if (Npm.Path is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "npm was not found in the PATH; install Node.js 20.19 or later to run the dashboard's checks.";
        }
    }
}
