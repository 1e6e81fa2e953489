using System.Collections.Frozen;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Channels;

/// <summary>One thing that happened on a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Day">When, days since 1970-01-01 UTC.</param>
/// <param name="Measure">What.</param>
/// <param name="StaySeconds">How long a visit or a page lasted; 0 where it was not told.</param>
/// <param name="FoundNothing">Whether a search found nothing.</param>
public readonly record struct ChannelCount(string Channel, int Day, ChannelMeasure Measure, int StaySeconds = 0, bool FoundNothing = false)
{
    /// <summary>The channel of e-mails that name none.</summary>
    public const string Email = "email";

    private static readonly FrozenDictionary<string, ChannelMeasure> Measures = new Dictionary<string, ChannelMeasure>
    {
        ["email_sent"] = ChannelMeasure.EmailsSent,
        ["email_opened"] = ChannelMeasure.EmailsOpened,
        ["email_clicked"] = ChannelMeasure.EmailsClicked,
        [InteractionTypes.SurveySent] = ChannelMeasure.SurveysSent,
        [InteractionTypes.SurveyResponse] = ChannelMeasure.SurveysAnswered,
        ["visit"] = ChannelMeasure.Visits,
        ["page"] = ChannelMeasure.Pages,
        ["search"] = ChannelMeasure.Searches,
        [InteractionTypes.Purchase] = ChannelMeasure.Purchases,
        ["goal_started"] = ChannelMeasure.GoalsStarted,
        ["goal_completed"] = ChannelMeasure.GoalsCompleted,
        ["message"] = ChannelMeasure.Messages,
        ["call"] = ChannelMeasure.Calls,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an interaction counts as; null where it came through no channel, or is none of the measures.</summary>
    public static ChannelCount? Of(Interaction interaction)
    {
        if (!Measures.TryGetValue(interaction.Type, out var measure) || (interaction.Channel ?? ChannelOf(measure)) is not { } channel)
        {
            return null;
        }

        var staySeconds = measure is ChannelMeasure.Visits or ChannelMeasure.Pages ? interaction.StaySeconds : 0;
        return new ChannelCount(channel, Instants.DayOf(interaction.AtMs), measure, staySeconds, measure == ChannelMeasure.Searches && interaction.FoundNothing);
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Channel);
        writer.Write7BitEncodedInt(Day);
        writer.Write((byte)Measure);
        writer.Write7BitEncodedInt(StaySeconds);
        writer.Write(FoundNothing);
    }

    internal static ChannelCount Decode(BinaryReader reader, NamePool names) =>
        new(reader.ReadShared(names), reader.Read7BitEncodedInt(), (ChannelMeasure)reader.ReadByte(), reader.Read7BitEncodedInt(), reader.ReadBoolean());

    private static string? ChannelOf(ChannelMeasure measure) =>
        measure is ChannelMeasure.EmailsSent or ChannelMeasure.EmailsOpened or ChannelMeasure.EmailsClicked ? Email : null;
}
