using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Tests.Customers;
using CxGrains.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Tickets;

/// <summary>What holds for any tickets within the customer's bounds, in any order.</summary>
public class TicketLawTests
{
    private static readonly Gen<string> Line =
        from type in Gen.Elements("ticket_opened", "ticket_replied", "ticket_resolved", "ticket_opened")
        from ticket in Gen.Choose(1, 6)
        from minutes in Gen.Choose(0, 3000)
        from channel in Gen.Elements("email", "chat")
        select $"\"channel\":\"{channel}\",\"properties\":{{\"ticket\":{ticket}}}" + $"|{type}|{minutes}";

    private static readonly Gen<string[]> Lines =
        from contents in Line.ArrayOf()
        select contents.Take(60).Select((content, i) => content.Split('|') is [var more, var type, var minutes]
            ? CustomerStory.Line($"i{i}", type, Desk.NoonMs - (int.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture) * Desk.MinuteMs), more)
            : "").ToArray();

    [Fact]
    public void Order_and_repeats_change_no_duration_and_no_count() => Law.Holds(
        from lines in Lines
        from shuffled in AnyLines.ShuffledThreeTimes(lines)
        select (lines, shuffled),
        given =>
        {
            var (once, often) = (Fold(given.lines), Fold(given.shuffled));
            Sameness.Same(once.Tickets, often.Tickets);
            Sameness.Same(TicketViews.OpenOf(once.Story.Customer), TicketViews.OpenOf(often.Story.Customer));
            return once.Tickets.Open.Total <= 6;
        });

    [Fact]
    public void Merging_parts_is_associative_and_commutative_and_like_counting_into_one() => Law.Holds(
        Lines.Three(),
        given =>
        {
            var (a, b, c) = (Fold(given.Item1).All, Fold(given.Item2).All, Fold(given.Item3).All);
            var left = Encode(PopulationParts.Merge(PopulationParts.Merge(a, b), c));
            return left.SequenceEqual(Encode(PopulationParts.Merge(a, PopulationParts.Merge(b, c))))
                && left.SequenceEqual(Encode(PopulationParts.Merge(PopulationParts.Merge(c, b), a)));
        });

    [Fact]
    public void Parts_read_back_as_they_were_written() => Law.Holds(Lines, lines =>
    {
        var bytes = Encode(Fold(lines).All);
        var read = Bytes.Read(bytes, PopulationParts.Decode);
        Sameness.Same(Fold(lines).Tickets, TicketViews.Of(read.ResponseTimes, 0, 1_000_000));
        return bytes.SequenceEqual(Encode(read));
    });

    [Fact]
    public void A_customer_read_back_has_the_same_tickets_and_lives_on_like_the_original() => Law.Holds(
        from before in Lines
        from after in Lines
        select (before, after: after.Select(line => line.Replace("{\"id\":\"i", "{\"id\":\"j", StringComparison.Ordinal)).ToArray()),
        given =>
        {
            var original = Fold(given.before);
            var bytes = Bytes.Of(writer => CustomerEncoding.Encode(original.Story.Customer, writer));
            var copy = new CustomerStory
            {
                Customer = Bytes.Read(bytes, (reader, names) => CustomerEncoding.Decode(reader, names, new TimelineSources())),
                Settings = original.Story.Settings,
            };
            foreach (var line in given.after)
            {
                original.Happens(line, Desk.NoonMs);
                copy.Happens(line, Desk.NoonMs);
                Assert.Equal(original.Story.Announcement.Contributions, copy.Announcement.Contributions);
            }

            return copy.Customer.NextDueMs == original.Story.Customer.NextDueMs;
        });

    [Fact]
    public void A_record_that_comes_again_means_nothing_new() => Law.Holds(Lines, lines =>
    {
        var desk = Fold(lines);
        var before = Encode(desk.All);
        foreach (var line in lines)
        {
            desk.Happens(line, Desk.NoonMs);
        }

        return before.SequenceEqual(Encode(desk.All));
    });

    private static Desk Fold(IEnumerable<string> lines)
    {
        var desk = new Desk(Desk.Within(120, 600, channel: "email"), Desk.Within(30));
        foreach (var line in lines)
        {
            desk.Happens(line, Desk.NoonMs);
        }

        return desk;
    }

    private static byte[] Encode(PopulationParts parts) => Bytes.Of(parts.Encode);
}
