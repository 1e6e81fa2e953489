namespace CxGrains.Host.Demo;

/// <summary>What the demo says.</summary>
internal static partial class DemoLog
{
    [LoggerMessage(LogLevel.Information, "Seeding {Customers:N0} customers of {Name} with a year of history")]
    public static partial void Seeding(ILogger logger, int customers, string name);

    [LoggerMessage(LogLevel.Information, "Seeded {Customers:N0} customers and {Interactions:N0} interactions in {Seconds:N1} s")]
    public static partial void Seeded(ILogger logger, int customers, long interactions, double seconds);

    [LoggerMessage(LogLevel.Information, "Live traffic begins, {Min} to {Max} interactions a second")]
    public static partial void TrafficBegins(ILogger logger, double min, double max);
}
