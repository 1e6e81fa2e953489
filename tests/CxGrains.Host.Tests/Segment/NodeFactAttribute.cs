namespace CxGrains.Host.Tests.Segment;

/// <summary>A test that needs Node.js. Where it is missing the test is skipped and says so; in CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>Decides, when the test is found, whether it can run.</summary>
    public NodeFactAttribute()
    {
        if (!Node.IsThere && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "npm was not found in the PATH; install Node.js 20.19 or later to send with Segment's SDK.";
        }
    }
}
