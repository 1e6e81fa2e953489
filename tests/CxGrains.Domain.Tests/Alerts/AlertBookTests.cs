using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Tests.Alerts;

public class AlertBookTests
{
    [Fact]
    public void An_alert_is_taken_once_and_not_again_after_it_was_closed()
    {
        var book = new AlertBook();
        book.Add(Of(1));
        book.Add(Of(1));
        Assert.Equal(1, book.OpenCount);

        Assert.True(book.Close("c1"));
        Assert.False(book.Close("c1"));
        book.Add(Of(1));
        Assert.Equal(0, book.OpenCount);
        Assert.Empty(book.Open);
    }

    [Fact]
    public void Past_the_bound_the_oldest_are_let_go()
    {
        var book = new AlertBook();
        for (var i = 0; i <= AlertBook.AlertsMax; i++)
        {
            book.Add(Of(i));
        }

        Assert.Equal(AlertBook.AlertsMax, book.OpenCount);
        Assert.Equal("c1", book.Open.First().Customer);
    }

    [Fact]
    public void What_is_closed_or_resolved_is_let_go_before_what_somebody_has_still_to_see_to()
    {
        var book = new AlertBook();
        for (var i = 0; i < AlertBook.AlertsMax; i++)
        {
            book.Add(Of(i));
        }

        book.Close("c7");
        var act = new AlertAct(1, "Mia", AlertAction.Resolve, 0, AlertOutcome.Lost, null);
        book.Take(Announcement.Of(new HandledAlert("id9", Alert.ChurnHigh, act, IsCounted: true)), "c9");
        for (var i = 0; i < 3; i++)
        {
            book.Add(Of(AlertBook.AlertsMax + i));
        }

        Assert.Equal((AlertBook.AlertsMax, AlertBook.AlertsMax), (book.All.Count, book.OpenCount));
        Assert.Equal(["c0", "c7", "c9"], new[] { "c0", "c1", "c7", "c9" }.Where(customer => book.Open.All(alert => alert.Customer != customer)));
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        var book = new AlertBook();
        book.Add(Of(1));
        book.Add(Of(2));
        book.Close("c1");
        using var bytes = new MemoryStream();
        book.Encode(new BinaryWriter(bytes));
        bytes.Position = 0;

        var copy = AlertBook.Decode(new BinaryReader(bytes));

        Assert.Equal([Of(2)], copy.Open);
        Assert.Equal(1, copy.OpenCount);
        copy.Add(Of(1));
        Assert.Equal(1, copy.OpenCount);
    }

    private static Alert Of(int number) => new($"id{number}", Alert.ChurnHigh, $"c{number}", number, "silent", 0.7);
}
