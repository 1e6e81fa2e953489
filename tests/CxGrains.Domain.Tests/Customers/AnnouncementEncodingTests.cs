using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tests.Segments;
using CxGrains.Domain.Tests.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Customers;

public class AnnouncementEncodingTests
{
    private const long NoonMs = CustomerStory.NoonMs;

    // Written by version 1 of the encoding. It must be readable forever; a new version gets bytes of its own beside these.
    private const string Version1 =
        "01FF0301000180ECD79BF7320405000000030180ECD79BF732090A000180ECD79BF73207070101034555527D00000000000000000000000000010001"
        + "000000000000000600000000000000036E7073000A80ECD79BF7320301037765620108636865636B6F75740103626164036164614D00000000000000"
        + "036E7073000A81ECD79BF73209000000036164614D0000000000000003636573020780ECD79BF73210636875726E2D686967683A6164613A310A6368"
        + "75726E2D686967680361646180ECD79BF7321153696C656E7420666F7220392064617973000000000000E83F";

    private const string Version3 =
        "03FF1301000180ECD79BF7320405000000030180ECD79BF732090A000180ECD79BF73207070101034555527D00000000000000000000000000010001"
        + "00000000000000060000000000000001036E7073000A80ECD79BF7320301037765620108636865636B6F75740103626164036164614D00000000000000"
        + "01036E7073000A81ECD79BF73209000000036164614D0000000000000003636573020780ECD79BF7320210636875726E2D686967683A6164613A310A63"
        + "6875726E2D686967680361646180ECD79BF7321153696C656E7420666F7220392064617973000000000000E83F0F4869676820636875726E20726973"
        + "6B0200000000000011636F6D706C61696E74733A6164613A37660A636F6D706C61696E74730361646185ECD79BF73210436F6D706C61696E65643A206C"
        + "617465000000000000F8FF0A436F6D706C61696E747300060101034D696100010461636D6580C9B39DF73201057175696574";

    private const string Version4 =
        "04809101011A66656C6C3A7375727665793A6E70733A323032352D30362D31350466656C6C0080ECD79BF732154E50532066656C6C206279203330"
        + "20706F696E7473000000000000F8FF094E50532066616C6C73020A0000010E41667465722064656C69766572790000010101036E70730100000000"
        + "00002440000000000000444000000000000029403C46010466656C6C0466656C6C010466656C6C030180ECD79BF732";

    private const string ErasedVersion4 =
        "04FFD30201000180ECD79BF7320405000000030180ECD79BF732090A000180ECD79BF73207070101034555527D00000000000000000000000000"
        + "01000100000000000000060000000000000001036E7073000A80ECD79BF7320301037765620108636865636B6F75740103626164036164614D00"
        + "00000000000001036E7073000A81ECD79BF73209000000036164614D0000000000000003636573020780ECD79BF7320210636875726E2D686967"
        + "683A6164613A310A636875726E2D686967680361646180ECD79BF7321153696C656E7420666F7220392064617973000000000000E83F0F486967"
        + "6820636875726E207269736B02000000000000000011636F6D706C61696E74733A6164613A37660A636F6D706C61696E74730361646185ECD79B"
        + "F73210436F6D706C61696E65643A206C617465000000000000F8FF0A436F6D706C61696E747300060101034D696100010461636D6580C9B39DF7"
        + "320000010571756965740306616E6F6E2D310106616E6F6E2D3280ECD79BF732010F616461406578616D706C652E636F6D";

    private static readonly Gen<Announcement> Any =
        from isCounted in Gen.Elements(true, false)
        from before in Members.One
        from isNew in Gen.Elements(true, false)
        from after in Members.One
        from isMemberChanged in Gen.Elements(true, false)
        from memberships in Gen.Elements(0UL, 1UL, 1UL << 63).Two()
        from answers in Gen.OneOf(Gen.Constant<AnswerContribution?>(null), Answers.One.Select(answer => (AnswerContribution?)answer)).Two()
        from sent in Gen.Elements(null, new SentSurvey("nps", SurveyMetric.Nps, 10, NoonMs))
        from raised in Gen.SubListOf(ChurnHigh, Complaint)
        from recovered in Gen.SubListOf("churn-high", "quiet")
        from hasRecovered in Gen.Elements(true, false)
        from watch in Gen.Elements(null, new WatchChange("fell", null), new WatchChange("fell", new MovementWatch("fell", 1, false, 0)))
        from erased in Gen.Elements(null, new ErasedCustomer([], NoonMs), new ErasedCustomer(["ada@example.com"], NoonMs + 1))
        select With(raised, recovered, new Announcement
        {
            Watch = watch,
            IsCounted = isCounted,
            Before = isNew ? null : before,
            After = isMemberChanged || isNew ? after : before,
            IsMemberChanged = isNew || (isMemberChanged && before != after),
            MembershipBefore = memberships.Item1,
            MembershipAfter = memberships.Item2,
            WithdrawnAnswer = answers.Item1,
            AddedAnswer = answers.Item2,
            Sent = sent,
            HasRecovered = hasRecovered,
            Erased = erased,
        });

    private static Alert ChurnHigh => new("churn-high:ada:1", Alert.ChurnHigh, "ada", NoonMs, "Silent for 9 days", 0.75);

    private static Alert Complaint => new("complaints:ada:7f", "complaints", "ada", NoonMs + 5, "Complained: late", null)
    {
        RuleName = "Complaints",
        Severity = AlertSeverity.Info,
        Condition = AlertConditionType.Complaint,
        Grouping = AlertGrouping.Account,
        Owner = "Mia",
        Account = "acme",
        HeldUntilMs = NoonMs + 3_600_000,
    };

    private static Announcement Everything => With([ChurnHigh], [], new()
    {
        IsCounted = true,
        Before = new PopulationMember(RiskBand.Low, null, new LatestAnswer(NoonMs, 4, 5), null, Purchases.None),
        After = new PopulationMember(RiskBand.High, new LatestAnswer(NoonMs, 9, 10), null, new LatestAnswer(NoonMs, 7, 7), Purchases.None.With(1, "EUR", 12.5m)),
        IsMemberChanged = true,
        MembershipBefore = 1,
        MembershipAfter = 6,
        WithdrawnAnswer = new AnswerContribution("nps", SurveyMetric.Nps, 10, NoonMs, 3, "web", "checkout", "bad", "ada", 77),
        AddedAnswer = new AnswerContribution("nps", SurveyMetric.Nps, 10, NoonMs + 1, 9, null, null, null, "ada", 77),
        Sent = new SentSurvey("ces", SurveyMetric.Ces, 7, NoonMs),
        HasRecovered = true,
    });

    private static Announcement EverythingOfVersion3 => With([ChurnHigh, Complaint], ["quiet"], Everything);

    private static Announcement OfNobody => Announcement.Of(new Movement("fell", new MovementWatch("fell", 3, true, NoonMs))
    {
        HasEnded = true,
        Raised = new Alert("fell:survey:nps:2025-06-15", "fell", "", NoonMs, "NPS fell by 30 points", null)
        {
            RuleName = "NPS falls",
            Condition = AlertConditionType.SurveyMoved,
            Name = "After delivery",
            Subject = new AlertSubject(AlertSubjectKind.Survey, "nps"),
            Seen = new AlertSeen(10, 40, 12.5, 60, 70),
        },
    });

    private static Announcement EverythingOfVersion4
    {
        get
        {
            var announcement = EverythingOfVersion3;
            announcement.Erased = new ErasedCustomer(["ada@example.com"], NoonMs);
            announcement.Effect = EraseEffect.Of(["anon-1", "anon-2"]);
            return announcement;
        }
    }

    [Fact]
    public void What_is_written_reads_back_the_same_for_all_who_are_told() => Law.Holds(Any, announcement =>
    {
        var bytes = AnnouncementEncoding.ToBytes(announcement);
        var copy = Read(bytes);
        AssertSame(announcement, copy);
        return bytes.SequenceEqual(AnnouncementEncoding.ToBytes(copy));
    });

    [Fact]
    public void An_interaction_that_only_counts_takes_two_bytes() => Assert.Equal([4, 1], AnnouncementEncoding.ToBytes(new Announcement { IsCounted = true }));

    [Fact]
    public void Bytes_of_version_1_still_read() => AssertSame(Everything, Read(Convert.FromHexString(Version1)));

    [Fact]
    public void Bytes_of_version_2_still_read() => AssertSame(Everything, Read(Convert.FromHexString($"02{Version1[2..]}")));

    [Fact]
    public void Two_bytes_of_version_2_still_read() => AssertSame(new Announcement { IsCounted = true }, Read([2, 1]));

    [Fact]
    public void Two_bytes_of_version_3_still_read() => AssertSame(new Announcement { IsCounted = true }, Read([3, 1]));

    [Fact]
    public void The_encoding_writes_the_bytes_of_version_4() => Assert.Equal(Version4, Convert.ToHexString(AnnouncementEncoding.ToBytes(OfNobody)));

    [Fact]
    public void Bytes_of_version_4_still_read() => AssertSame(OfNobody, Read(Convert.FromHexString(Version4)));

    [Fact]
    public void The_encoding_writes_the_bytes_of_an_erased_customer() => Assert.Equal(ErasedVersion4, Convert.ToHexString(AnnouncementEncoding.ToBytes(EverythingOfVersion4)));

    [Fact]
    public void Bytes_of_an_erased_customer_still_read() => AssertSame(EverythingOfVersion4, Read(Convert.FromHexString(ErasedVersion4)));

    [Fact]
    public void Bytes_of_version_3_still_read() => AssertSame(EverythingOfVersion3, Read(Convert.FromHexString(Version3)));

    [Fact]
    public void Bytes_of_an_unknown_version_are_refused() => Assert.Throws<StateFormatException>(() => Read([99, 1]));

    private static Announcement Read(byte[] bytes) => Bytes.Read(bytes, AnnouncementEncoding.Decode);

    private static Announcement With(IEnumerable<Alert> raised, IEnumerable<string> recovered, Announcement announcement)
    {
        foreach (var alert in raised.Except(announcement.Raised))
        {
            announcement.Raise(alert);
        }

        foreach (var rule in recovered)
        {
            announcement.Recover(rule);
        }

        return announcement;
    }

    // Members are left out where neither they nor the segments changed: nobody asks for them then.
    private static void AssertSame(Announcement expected, Announcement actual)
    {
        Assert.Equal(expected.IsCounted, actual.IsCounted);
        Assert.Equal(expected.IsMemberChanged, actual.IsMemberChanged);
        Assert.Equal(expected.WithdrawnAnswer, actual.WithdrawnAnswer);
        Assert.Equal(expected.AddedAnswer, actual.AddedAnswer);
        Assert.Equal(expected.Sent, actual.Sent);
        Assert.Equal(expected.Raised, actual.Raised);
        Assert.Equal(expected.Recovered, actual.Recovered);
        Assert.Equal(expected.HasRecovered, actual.HasRecovered);
        Assert.Equal(expected.Watch, actual.Watch);
        Assert.Equal(expected.IsEmpty, actual.IsEmpty);
        Assert.Equal(expected.Erased?.UntilMs, actual.Erased?.UntilMs);
        Assert.Equal(expected.Erased?.Emails, actual.Erased?.Emails);
        Assert.Equal((expected.Effect as EraseEffect)?.All, (actual.Effect as EraseEffect)?.All);
        foreach (var slot in new[] { 0, 1, 2, 63 })
        {
            Assert.Equal(PopulationShard.IsTouched(expected, slot), PopulationShard.IsTouched(actual, slot));
        }

        if (expected.IsMemberChanged || expected.MembershipBefore != expected.MembershipAfter)
        {
            Assert.Equal(expected.Before, actual.Before);
            Assert.Equal(expected.After, actual.After);
        }
    }
}
