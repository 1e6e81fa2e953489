using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Tests;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

public class CustomerEncodingTests
{
    // Written by version 1 of the encoding. It must be readable forever; a new version gets bytes of its own beside these.
    private const string Version1 =
        "010361646100000400000000000480C48BA0F63280B4BEF2F632010461636D6580C48BA0F6323C2A42036F130A480180ECD79BF73200000000000000"
        + "0000D1978891FF3280B4BEF2F63288D7556CFBE444EF3F000000000000F03F9D9E010300000000000101034555527D00000000000000000000000000"
        + "010003046E616D65010341646100000000000000000080C48BA0F632DDED85C7804536AE0473697A65000000000000000C400080C48BA0F632DDED85"
        + "C7804536AE0376697000000000000000F03F0180C48BA0F632DDED85C7804536AE01037765620101036E7073000A80B4BEF2F6320900000104676F6F"
        + "6445FEE2053CA82752029AF09DB9E6EE06A00208707572636861736501037765620108636865636B6F757401034555520F7375727665795F72657370"
        + "6F6E73650000000280FCA4C9F632215ACA9E9353C454000100000000000029400080B4BEF2F6329AF09DB9E6EE06A001010000000000002240010467"
        + "6F6F6404DDED85C7804536AE8080043C2A42036F130A48808008215ACA9E9353C45480800C9AF09DB9E6EE06A080801000";

    private const string Version2 =
        "020361646100000400000000000480C48BA0F63280B4BEF2F632010461636D6580C48BA0F6323C2A42036F130A480180ECD79BF7320000000000"
        + "00000000E2E98E89FA3280B4BEF2F63288D7556CFBE444EF3F000000000000F03F9D9E010300000000000101034555527D000000000000000000"
        + "00000000010003046E616D65010341646100000000000000000080C48BA0F632DDED85C7804536AE0473697A65000000000000000C400080C48B"
        + "A0F632DDED85C7804536AE0376697000000000000000F03F0180C48BA0F632DDED85C7804536AE01037765620101036E7073000A80B4BEF2F632"
        + "0900000104676F6F6445FEE2053CA82752029AF09DB9E6EE06A00208707572636861736501037765620108636865636B6F757401034555520F73"
        + "75727665795F726573706F6E73650000000280FCA4C9F632215ACA9E9353C454000100000000000029400080B4BEF2F6329AF09DB9E6EE06A001"
        + "0100000000000022400104676F6F6404DDED85C7804536AE8080043C2A42036F130A48808008215ACA9E9353C45480800C9AF09DB9E6EE06A080"
        + "801000D228C6135FB2243AFF3FF2B2C14493E0FF3FE28CB387FA3280DDDB010080ECD79BF73280FCA4C9F6320000CD1600";

    private static readonly string[] SmallLife =
    [
        Line("i1", "identify", NoonMs - (3 * DayMs), "\"traits\":{\"name\":\"Ada\",\"size\":3.5,\"vip\":true}"),
        Line("i2", "group", NoonMs - (3 * DayMs), "\"account\":\"acme\""),
        Line("i3", "purchase", NoonMs - (2 * DayMs), "\"value\":12.5,\"currency\":\"EUR\",\"channel\":\"web\",\"touchpoint\":\"checkout\""),
        Line("i4", "survey_response", NoonMs - DayMs, "\"survey\":\"nps\",\"score\":9,\"comment\":\"good\",\"response\":\"r1\",\"revision\":2"),
    ];

    [Fact]
    public void What_is_written_reads_back_as_the_same_bytes_and_the_same_view() => Law.Holds(AnyLines.Of, lines =>
    {
        var story = Of(lines).IsDue(NoonMs + DayMs);
        var bytes = Bytes.Of(writer => CustomerEncoding.Encode(story.Customer, writer));
        var copy = Read(bytes);
        if (lines.Length > 0)
        {
            Sameness.Same(story.ViewAt(NoonMs), CustomerViews.Of(copy, WorkspaceDefinitions.Empty, NoonMs, isNow: true));
        }

        return bytes.SequenceEqual(Bytes.Of(writer => CustomerEncoding.Encode(copy, writer)));
    });

    [Fact]
    public void A_copy_lives_on_like_the_original() => Law.Holds(
        from lines in AnyLines.Of
        from repeats in AnyLines.ShuffledThreeTimes(lines)
        select (lines, repeats),
        given =>
        {
            var original = Of(given.lines);
            var copy = new CustomerStory { Customer = Read(Bytes.Of(writer => CustomerEncoding.Encode(original.Customer, writer))) };
            foreach (var line in given.repeats.Append(Line("new", "visit", NoonMs)))
            {
                original.Happens(line);
                copy.Happens(line);
            }

            Sameness.Same(original.ViewAt(NoonMs), copy.ViewAt(NoonMs));
            return copy.Customer.Interactions == given.lines.Length + 1 && copy.Customer.NextDueMs == original.Customer.NextDueMs;
        });

    [Fact]
    public void Bytes_of_version_1_still_read()
    {
        var customer = Read(Convert.FromHexString(Version1));

        Assert.Equal("ada", customer.Id);
        Assert.Equal(Position.At(4, 0), customer.Position);
        Assert.Equal(4, customer.Interactions);
        Assert.Equal("acme", customer.Account);
        Assert.Equal("Ada", customer.Trait("name")!.Value.Text);
        Assert.Equal([new CurrencySum("EUR", 12.5m)], customer.Purchases.ByCurrency.ToArray());
        Assert.Equal(RiskBand.Low, customer.Band);

        // The old bytes know nothing of the week's start, and so take the whole life to be older than it.
        Sameness.Same(Of(SmallLife).ViewAt(NoonMs), CustomerViews.Of(customer, WorkspaceDefinitions.Empty, NoonMs, isNow: true), "health");
    }

    [Fact]
    public void The_encoding_writes_the_bytes_of_version_2() =>
        Assert.Equal(Version2, Convert.ToHexString(Bytes.Of(writer => CustomerEncoding.Encode(Of(SmallLife).Customer, writer))));

    [Fact]
    public void Bytes_of_an_unknown_version_are_refused()
    {
        var bytes = Bytes.Of(writer => CustomerEncoding.Encode(Of(SmallLife).Customer, writer));
        bytes[0] = 99;

        Assert.Contains("99", Assert.Throws<StateFormatException>(() => Read(bytes)).Message, StringComparison.Ordinal);
    }

    private static Customer Read(byte[] bytes) => Bytes.Read(bytes, (reader, names) => CustomerEncoding.Decode(reader, names, new TimelineSources()));
}
