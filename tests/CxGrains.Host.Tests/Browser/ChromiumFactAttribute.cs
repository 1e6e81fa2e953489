namespace CxGrains.Host.Tests.Browser;

/// <summary>A test in a real browser: skips where Chromium or the built page is absent, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public ChromiumFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            return;
        }

        if (Find() is null)
        {
            Skip = $"Chromium is at none of {string.Join(", ", Paths)}";
        }
        else if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")))
        {
            Skip = "the dashboard was not built, because npm was missing";
        }
    }

    /// <summary>The browser; null where there is none.</summary>
    public static string? Find() => Array.Find(Paths, File.Exists);
}
