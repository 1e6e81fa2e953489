using CxGrains.Domain.Customers;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Tests.Customers;
using CxGrains.Domain.Tests.Segments;
using CxGrains.Domain.Tests.Settings;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Journeys;

/// <summary>A customer on a journey of visit, purchase and renewal, with what the workspace and two segments count of it.</summary>
internal sealed class JourneyStory
{
    public const string Buying =
        """{"journeys":[{"id":"buy","dropDays":10,"stages":[{"id":"visit","type":"visit"},{"id":"buy","type":"purchase"},{"id":"renew","type":"renewed"}]}]}""";

    public const int Visit = 0;
    public const int Buy = 1;
    public const int Renew = 2;

    private readonly NamePool _names = new();
    private int _ids;

    public JourneyStory(string settings = Buying)
    {
        Story = new CustomerStory(
            new SegmentDefinition { Id = "pro", Name = "pro", Slot = 0, Rule = Rule.Of(Rule.Leaf("trait.plan", "eq", "\"pro\"")) },
            new SegmentDefinition { Id = "buyers", Name = "buyers", Slot = 5, Rule = Rule.Of(Rule.Leaf("purchases.count", "ge", "1")) })
        {
            Settings = WorkspaceSettings.Default.Then(settings),
        };
    }

    public CustomerStory Story { get; }

    public WorkspaceShard Workspace { get; } = new();

    public PopulationShard Pro { get; } = new();

    public PopulationShard Buyers { get; } = new();

    public Journey Journey => Story.Settings.Journeys[0];

    /// <summary>Every population, the workspace first.</summary>
    public IReadOnlyList<PopulationShard> Populations => [Workspace.Customers, Pro, Buyers];

    /// <summary>Something happens; received when it happened where nothing else is said.</summary>
    public JourneyStory Happens(string type, double day, string more = "", double? receivedDay = null, string? id = null)
    {
        Story.Happens(Line(id ?? $"i{_ids++}", type, At(day), more), At(receivedDay ?? day));
        return Note();
    }

    public JourneyStory IsDue(double day)
    {
        Story.IsDue(At(day));
        return Note();
    }

    public JourneyStory Decides(string settings)
    {
        Story.Settings = Story.Settings.Then(settings);
        return this;
    }

    public StageCounts At(PopulationShard population, int stage) => population.Parts.Journeys!.Of(Journey)!.Stages[stage].Window(0, 40_000);

    /// <summary>Entered, moved on, dropped and still in it, in the workspace.</summary>
    public (long Entered, long MovedOn, long Dropped, long InIt) Flow(int stage) => Flow(Workspace.Customers, stage);

    public (long Entered, long MovedOn, long Dropped, long InIt) Flow(PopulationShard population, int stage)
    {
        var counts = At(population, stage);
        return (counts.Entered, counts.MovedOn, counts.Dropped, counts.InIt);
    }

    public static long At(double day) => NoonMs + (long)(day * DayMs);

    // Through the bytes that carry it from one entity to another.
    private JourneyStory Note()
    {
        var announcement = AnnouncementEncoding.FromBytes(AnnouncementEncoding.ToBytes(Story.Announcement), _names);
        Workspace.Take(announcement);
        foreach (var (segment, slot) in new[] { (Pro, 0), (Buyers, 5) })
        {
            if (PopulationShard.IsTouched(announcement, slot))
            {
                segment.Take(announcement, slot);
            }
        }

        return this;
    }
}
