using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Journeys;

/// <summary>Reads journeys from settings as sent.</summary>
internal static class JourneyReader
{
    /// <summary>The journeys; none where the list was left out.</summary>
    /// <exception cref="InvalidFieldException">A field is unknown, missing, or outside its range.</exception>
    public static IReadOnlyList<Journey> Read(SettingsObject root)
    {
        // Slot and version are shown, and ignored where they are sent back.
        var journeys = root.List("journeys", Limits.JourneysMax, "id", "name", "dropDays", "stages", "slot", "version");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. journeys.Select(json => ReadOne(json, ids))];
    }

    private static Journey ReadOne(SettingsObject json, HashSet<string> ids)
    {
        var id = json.NewId(ids);
        var stageIds = new HashSet<string>(StringComparer.Ordinal);
        var stages = json.List("stages", Limits.JourneyStagesMax, "id", "name", "type", "channel", "touchpoint").ConvertAll(stage => ReadStage(stage, stageIds));
        return stages.Count >= Limits.JourneyStagesMin
            ? new Journey
            {
                Id = id,
                Name = json.FindText("name", Limits.DisplayNameCharsMax) ?? id,
                DropDays = json.Integer("dropDays", 1, Limits.JourneyDropDaysMax, 30),
                Stages = stages,
            }
            : throw json.Fault("stages", $"has {stages.Count} {(stages.Count == 1 ? "entry" : "entries")}, below the least of {Limits.JourneyStagesMin}");
    }

    private static JourneyStage ReadStage(SettingsObject json, HashSet<string> ids)
    {
        var id = json.NewId(ids);
        return new JourneyStage
        {
            Id = id,
            Name = json.FindText("name", Limits.DisplayNameCharsMax) ?? id,
            Type = json.Text("type", Limits.NameCharsMax),
            Channel = json.FindText("channel", Limits.NameCharsMax),
            Touchpoint = json.FindText("touchpoint", Limits.NameCharsMax),
        };
    }
}
