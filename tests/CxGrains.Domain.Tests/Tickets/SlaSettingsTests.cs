using System.Text.Json;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Tests.Tickets;

public class SlaSettingsTests
{
    [Fact]
    public void Targets_are_read_and_stored()
    {
        var settings = Parse("""{"sla":[{"channel":"email","segment":"vip","firstReplyMinutes":60,"resolutionMinutes":1440},{"resolutionMinutes":2880.5}]}""");

        Assert.Equal(new SlaTarget { Channel = "email", Segment = "vip", FirstReplyMinutes = 60, ResolutionMinutes = 1440 }, settings.Sla[0]);
        Assert.Equal(new SlaTarget { ResolutionMinutes = 2880.5 }, settings.Sla[1]);
        Assert.True(settings.Decides(WorkspaceSettings.FromStored(settings.ToStored())));
        Assert.False(settings.Decides(WorkspaceSettings.Default));
    }

    [Fact]
    public void Settings_stored_before_there_were_targets_have_none() => Assert.Empty(WorkspaceSettings.FromStored("""{"version":3}""").Sla);

    [Theory]
    [InlineData("""{"sla":{}}""", "sla")]
    [InlineData("""{"sla":[{"channel":"email"}]}""", "sla[0].firstReplyMinutes")]
    [InlineData("""{"sla":[{"firstReplyMinutes":60},{"firstReplyMinutes":0}]}""", "sla[1].firstReplyMinutes")]
    [InlineData("""{"sla":[{"resolutionMinutes":525601}]}""", "sla[0].resolutionMinutes")]
    [InlineData("""{"sla":[{"firstReplyMinutes":"60"}]}""", "sla[0].firstReplyMinutes")]
    [InlineData("""{"sla":[{"firstReplyMinutes":60,"channel":""}]}""", "sla[0].channel")]
    [InlineData("""{"sla":[{"firstReply":60}]}""", "sla[0].firstReply")]
    public void A_fault_names_its_path(string json, string field) => Assert.Equal(field, Assert.Throws<InvalidFieldException>(() => Parse(json)).Field);

    [Fact]
    public void There_is_a_limit_to_the_entries()
    {
        var entries = string.Join(',', Enumerable.Repeat("{\"firstReplyMinutes\":60}", Limits.SlaTargetsMax + 1));

        var error = Assert.Throws<InvalidFieldException>(() => Parse($"{{\"sla\":[{entries}]}}"));
        Assert.Equal("sla", error.Field);
        Assert.Contains("32", error.Message, StringComparison.Ordinal);
    }

    private static WorkspaceSettings Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return WorkspaceSettings.Parse(document.RootElement);
    }
}
