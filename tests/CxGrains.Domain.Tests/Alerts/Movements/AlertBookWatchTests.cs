using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Tests.Alerts.Movements;

public class AlertBookWatchTests
{
    private const long AtMs = 1_749_988_800_000;

    private static readonly MovementWatch Watch = new("fell", 1, Stands: true, AtMs);

    private static readonly Movement Raised = new("fell", Watch)
    {
        Raised = new Alert("fell:survey:nps:2025-06-15", "fell", "", AtMs, "NPS fell", null) { Subject = new AlertSubject(AlertSubjectKind.Survey, "nps"), Seen = new AlertSeen(1, 2, null, null, null) },
    };

    [Fact]
    public void A_movement_that_comes_again_is_one_alert()
    {
        var book = new AlertBook();
        Take(book, Raised);
        Take(book, Raised);

        Assert.Equal([Raised.Raised!], book.Open);
        Assert.Equal([Watch], book.Watches);
    }

    [Fact]
    public void One_that_ends_closes_its_alert_and_no_customers()
    {
        var book = new AlertBook();
        book.Add(new Alert("fell:ada:1", "fell", "ada", AtMs, "", null));
        Take(book, Raised);
        Take(book, new Movement("fell", Watch with { Stands = false }) { HasEnded = true });

        Assert.Equal(["fell:ada:1"], book.Open.Select(alert => alert.Id));
        Assert.False(Assert.Single(book.Watches).Stands);
    }

    [Fact]
    public void A_rule_that_is_gone_is_forgotten_and_its_alerts_stay()
    {
        var book = new AlertBook();
        Take(book, Raised);
        Take(book, new Movement("fell", null));

        Assert.Empty(book.Watches);
        Assert.Single(book.Open);
    }

    [Fact]
    public void A_rule_is_muted_while_somebody_handles_its_alert()
    {
        var book = new AlertBook();
        Take(book, Raised);
        Assert.Empty(book.MutedAt(AtMs));

        book.Take(Announcement.Of(new HandledAlert(Raised.Raised!.Id, "fell", new AlertAct(AtMs, "Mia", AlertAction.Snooze, AtMs + 5, null, null), true)), "");
        Assert.Equal(["fell"], book.MutedAt(AtMs + 4));
        Assert.Empty(book.MutedAt(AtMs + 5));

        book.Take(Announcement.Of(new HandledAlert(Raised.Raised!.Id, "fell", new AlertAct(AtMs, "Mia", AlertAction.Take, 0, null, null), true)), "");
        Assert.Equal(["fell"], book.MutedAt(AtMs + 5));
    }

    [Fact]
    public void It_remembers_no_more_rules_than_there_may_be()
    {
        var book = new AlertBook();
        for (var i = 0; i <= AlertRules.RulesMax; i++)
        {
            Take(book, new Movement($"r{i}", Watch with { Rule = $"r{i}" }));
        }

        Assert.Equal((AlertRules.RulesMax, "r1"), (book.Watches.Count, book.Watches[0].Rule));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var book = new AlertBook();
        Take(book, Raised);
        using var bytes = new MemoryStream();
        book.Encode(new BinaryWriter(bytes));
        bytes.Position = 0;

        var copy = AlertBook.Decode(new BinaryReader(bytes));

        Assert.Equal([Watch], copy.Watches);
        Assert.Equal([Raised.Raised!], copy.Open);
    }

    // Written by version 2 of the encoding, before there were alerts about anything but customers. It must be readable forever.
    [Fact]
    public void A_book_of_version_2_still_reads()
    {
        using var bytes = new MemoryStream(Convert.FromHexString(Version2));

        var book = AlertBook.Decode(new BinaryReader(bytes));

        Assert.Empty(book.Watches);
        var alert = Assert.Single(book.Open);
        Assert.Equal(("loud:ada:7f", "Loud", AlertSeverity.Info, "Mia", 9), (alert.Id, alert.RuleName, alert.Severity, alert.Owner, alert.HeldUntilMs));
        Assert.Equal((null, null, new AlertRecord(1, 2, 3)), (alert.Subject, alert.Seen, book.Record));
        Assert.Equal(bytes.Length, bytes.Position);
    }

    private const string Version2 =
        "02010B6C6F75643A6164613A3766046C6F756403616461" + "80ECD79BF732" + "0A436F6D706C61696E6564" + "000000000000F8FF" + "044C6F7564" + "000600" + "01034D6961" + "00" + "00" + "09"
        + "01" + "00" + "00" + "010203";

    private static void Take(AlertBook book, Movement movement) => book.Take(Announcement.Of(movement), "");
}
