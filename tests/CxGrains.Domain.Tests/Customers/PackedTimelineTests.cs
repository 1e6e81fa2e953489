using CxGrains.Domain.Customers;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Customers;

/// <summary>A timeline is held packed: whatever goes in must come out as it was, in its place.</summary>
public class PackedTimelineTests
{
    private const long LatestMs = 1_749_988_800_000;

    private static readonly TimelineSources Shared = new();

    private static readonly TimelineSource[] Sources =
    [
        Shared.Share("visit", "web", "home", null),
        Shared.Share("purchase", "app", null, "EUR"),
        new TimelineSources().Share("from", "another", "table", "USD"),
        new TimelineSource("survey_response", null, null, null, 0),
        new TimelineSource("größe", "канал", "接点", "JPY", 0),
    ];

    private static readonly double[] Values =
        [double.NaN, 0, -0.0, 1, 9, 12.34, 0.1, 0.005, 1.0 / 3, -1, -12.34, 1e12, 999_999_999_999.99, 1e15 + 0.5, 1L << 53, 1e300, double.MaxValue, double.Epsilon];

    private static readonly string?[] Labels = [null, "", "Plans and pricing", "Ünïcode 😀", new string('漢', Limits.LabelCharsMax)];

    private static readonly Gen<TimelineEntry[]> Entries =
        (from ageMs in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, int.MaxValue))
         from key in Gen.Choose(1, 5)
         from source in Gen.Elements(Sources)
         from value in Gen.Elements(Values)
         from label in Gen.Elements(Labels)
         select new TimelineEntry(LatestMs - ageMs, (ulong)key, source, value, label)).ArrayOf();

    [Fact]
    public void What_goes_in_comes_out_in_its_place() => Law.Holds(Entries, entries =>
    {
        var timeline = new Timeline();
        var model = new List<TimelineEntry>();
        foreach (var entry in entries)
        {
            timeline.Add(entry, Shared);
            model.Insert(model.FindLastIndex(other => !other.IsNewerThan(entry)) + 1, entry);
            model.RemoveRange(0, Math.Max(0, model.Count - Limits.TimelineMax));
            Assert.Equal(model.Select(Plain), timeline.Entries.Select(Plain));
        }

        return true;
    });

    [Fact]
    public void Labels_past_the_bound_are_kept_all_the_same()
    {
        var shared = new TimelineSources();
        var source = shared.Share("page", null, null, null);
        var timeline = new Timeline();
        for (var i = 0; i < TimelineSources.LabelsMax + 2; i++)
        {
            timeline.Add(new TimelineEntry(i, 1, source, double.NaN, $"label {i}"), shared);
        }

        Assert.Equal(Enumerable.Range(TimelineSources.LabelsMax + 2 - Limits.TimelineMax, Limits.TimelineMax).Select(i => $"label {i}"), timeline.Entries.Select(entry => entry.Label));
    }

    // Values bit by bit: 0 and -0 are not the same, and nothing is to be rounded.
    private static (long, ulong, string, string?, string?, string?, long, string?) Plain(TimelineEntry entry) => (
        entry.AtMs, entry.Key, entry.Source.Type, entry.Source.Channel, entry.Source.Touchpoint, entry.Source.Currency, BitConverter.DoubleToInt64Bits(entry.Value), entry.Label);
}
