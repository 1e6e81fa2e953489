using CxGrains.Domain.Customers;
using CxGrains.Domain.Tests.Settings;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

public class LearningTests
{
    private readonly CustomerStory _story = new();
    private int _outcomes;

    [Fact]
    public void What_arrives_late_has_no_landmark_taken_twice()
    {
        Happens("a", NoonMs, NoonMs);
        IsDue(NoonMs + (400 * DayMs));
        var settled = _outcomes;

        // Long after nobody asks about the customer any more, something becomes known of a time that was asked about.
        Happens("b", NoonMs + (100 * DayMs), NoonMs + (401 * DayMs));
        IsDue(NoonMs + (402 * DayMs));

        Assert.Equal((2, 2), (settled, _outcomes));
    }

    [Fact]
    public void Decades_between_two_events_teach_a_few_times_only()
    {
        var longAgoMs = NoonMs - (30 * 365 * DayMs);
        _story.Settings = Deciding.Parse("""{"churn":{"horizonDays":1,"leaving":"cancellation"}}""");
        Happens("a", longAgoMs, NoonMs);
        Happens("b", NoonMs, NoonMs);

        Assert.InRange(_outcomes, 1, Learning.LandmarksAtOnceMax);
    }

    private void Happens(string id, long atMs, long nowMs)
    {
        _story.Happens(Line(id, "visit", atMs), nowMs);
        Count();
    }

    private void IsDue(long nowMs)
    {
        _story.IsDue(nowMs);
        Count();
    }

    private void Count() => _outcomes += _story.Announcement.Contributions.OfType<OutcomeContribution>().Count();
}
