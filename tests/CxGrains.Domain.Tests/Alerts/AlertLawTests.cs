using System.Globalization;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Tests.Customers;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Alerts;

/// <summary>What is raised depends on what happened, and not on the order or the number of times in which it was told, nor on where a replay began.</summary>
public class AlertLawTests
{
    private static readonly AlertRules EventRules = Rules.Of(
        Rules.One("loud", """{"type":"complaint"}"""),
        Rules.One("leaving", """{"type":"cancelRequest"}"""),
        Rules.One("detractors", """{"type":"detractor"}"""),
        Rules.One("unhappy", """{"type":"csatAtMost","score":2}"""));

    private static readonly AlertRules AllRules = EventRules
        .With(Rules.One("quiet", """{"type":"noContact","days":3}""", "\"cooldownMinutes\":2880"))
        .With(Rules.One("medium", """{"type":"riskBand","band":"medium"}""", "\"cooldownMinutes\":600"))
        .With(Rules.One("sick", """{"type":"healthBelow","score":60}"""))
        .With(Rules.One("lost", """{"type":"advocateLost"}"""));

    // Within the hour in which things are news; no answer is edited, because an edit that comes first hides what it edits.
    private static readonly Gen<string[]> Lines =
        from contents in Gen.OneOf(
            Gen.Elements("complaint", "cancel_requested", "visit", "purchase").Select(type => (type, type == "purchase" ? "\"value\":5,\"currency\":\"EUR\"" : "")),
            from survey in Gen.Elements("nps", "csat")
            from score in Gen.Choose(1, 5)
            select ("survey_response", $"\"survey\":\"{survey}\",\"score\":{score}")).ArrayOf()
        from minutesAgo in Gen.Choose(0, 60).ArrayOf(contents.Length)
        select contents.Take(40).Select((content, i) => Line($"i{i}", content.Item1, NoonMs - (minutesAgo[i] * 60_000L), content.Item2)).ToArray();

    private static readonly Gen<(string[] Sorted, string[] Shuffled)> Orders =
        from lines in Lines
        from shuffled in AnyLines.ShuffledThreeTimes(lines)
        select (lines.OrderBy(line => line[line.IndexOf("\"at\"", StringComparison.Ordinal)..], StringComparer.Ordinal).ToArray(), shuffled);

    private static readonly Gen<(string[] Lines, int[] Hours, int Cut)> Replays =
        from lines in Lines
        from hours in Gen.Choose(0, 48).ArrayOf(lines.Length)
        from cut in Gen.Choose(0, lines.Length)
        select (lines, hours, cut);

    [Fact]
    public void In_any_order_and_however_often_it_is_told_each_event_raises_once() => Law.Holds(Orders, given =>
    {
        var once = IdsOf(given.Sorted);
        var often = IdsOf(given.Shuffled);
        Assert.Equal(once.Count, once.Distinct().Count());
        Assert.Equal(once.Order(StringComparer.Ordinal), often.Order(StringComparer.Ordinal));
        return true;
    });

    [Fact]
    public void A_replay_from_any_checkpoint_raises_what_was_raised() => Law.Holds(Replays, given =>
    {
        var through = new CustomerStory { Rules = AllRules };
        Tell(through, given.Lines, given.Hours, 0, given.Lines.Length);

        var first = new CustomerStory { Rules = AllRules };
        Tell(first, given.Lines, given.Hours, 0, given.Cut);
        var bytes = Bytes.Of(writer => CustomerEncoding.Encode(first.Customer, writer));
        var restored = new CustomerStory { Rules = AllRules, Customer = Bytes.Read(bytes, (reader, names) => CustomerEncoding.Decode(reader, names, new TimelineSources())) };
        Tell(restored, given.Lines, given.Hours, given.Cut, given.Lines.Length);

        Assert.Equal(through.Raised, first.Raised.Concat(restored.Raised));
        return bytes.Length > 0;
    });

    private static List<string> IdsOf(IEnumerable<string> lines)
    {
        var story = new CustomerStory { Rules = EventRules };
        foreach (var line in lines)
        {
            story.Happens(line);
        }

        return story.Raised.ConvertAll(alert => alert.Id);
    }

    // Each some hours after the one before, with what is due between.
    private static void Tell(CustomerStory story, string[] lines, int[] hours, int from, int to)
    {
        var nowMs = NoonMs + (hours.Take(from).Sum() * 3_600_000L);
        for (var i = from; i < to; i++)
        {
            nowMs += hours[i] * 3_600_000L;
            var line = lines[i].Replace(lines[i].Split("\"at\":\"")[1][..24], Instants.ToTime(nowMs).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            for (var dues = 0; story.Customer.NextDueMs <= nowMs && dues < 20; dues++)
            {
                story.IsDue(story.Customer.NextDueMs);
            }

            story.Happens(line, nowMs);
        }
    }
}
