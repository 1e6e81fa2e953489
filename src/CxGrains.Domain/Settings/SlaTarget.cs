namespace CxGrains.Domain.Settings;

/// <summary>How soon tickets are to be answered and resolved. The first entry that matches a ticket holds for it.</summary>
public sealed record SlaTarget
{
    /// <summary>Smallest target in minutes.</summary>
    public const double MinutesMin = 1;

    /// <summary>Largest target in minutes: a year.</summary>
    public const double MinutesMax = 525_600;

    /// <summary>The channel of the tickets it holds for; null for all.</summary>
    public string? Channel { get; init; }

    /// <summary>The segment whose members' tickets it holds for; null for all. One that is not defined has no members.</summary>
    public string? Segment { get; init; }

    /// <summary>Minutes until the first reply; null for no target.</summary>
    public double? FirstReplyMinutes { get; init; }

    /// <summary>Minutes until the ticket is resolved; null for no target.</summary>
    public double? ResolutionMinutes { get; init; }

    internal static IReadOnlyList<SlaTarget> ReadAll(SettingsObject settings) =>
        [.. settings.List("sla", Limits.SlaTargetsMax, "channel", "segment", "firstReplyMinutes", "resolutionMinutes").Select(Read)];

    private static SlaTarget Read(SettingsObject json)
    {
        var target = new SlaTarget
        {
            Channel = json.FindText("channel", Limits.NameCharsMax),
            Segment = json.FindText("segment", Limits.IdCharsMax),
            FirstReplyMinutes = json.FindNumber("firstReplyMinutes", MinutesMin, MinutesMax),
            ResolutionMinutes = json.FindNumber("resolutionMinutes", MinutesMin, MinutesMax),
        };
        return target.FirstReplyMinutes is null && target.ResolutionMinutes is null
            ? throw json.Fault("firstReplyMinutes", "is missing, and so is resolutionMinutes; one of them is wanted")
            : target;
    }
}
