using System.ComponentModel.DataAnnotations;

namespace CxGrains.Host.Demo;

/// <summary>What the demo company is like. Section <c>Demo</c> of the settings.</summary>
public sealed class DemoOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Demo";

    /// <summary>The workspace it lives in. Default <c>default</c>.</summary>
    [Required]
    public string Workspace { get; set; } = "default";

    /// <summary>The name of the workspace, where it does not exist yet. Default <c>Larkfield Home</c>.</summary>
    [Required]
    public string Name { get; set; } = "Larkfield Home";

    /// <summary>Equal seeds make equal companies. Default 20260.</summary>
    public int Seed { get; set; } = 20_260;

    /// <summary>Customers, from 1 to 100,000. Default 3,000.</summary>
    [Range(1, 100_000)]
    public int Customers { get; set; } = 3_000;

    /// <summary>Lowest rate of live traffic in interactions a second, from 0.1 to 1,000. Default 15.</summary>
    [Range(0.1, 1_000)]
    public double RatePerSecondMin { get; set; } = 15;

    /// <summary>Highest rate of live traffic in interactions a second, from 0.1 to 1,000. Default 40.</summary>
    [Range(0.1, 1_000)]
    public double RatePerSecondMax { get; set; } = 40;
}
