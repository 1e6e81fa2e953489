using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Log;

namespace CxGrains.Embedded.Tests.Log;

/// <summary>Rows of version 1 must be readable forever; a new version gets bytes of its own beside these.</summary>
public class LogRowTests
{
    private static readonly byte[] Lines = """{"customer":"ada"}{"customer":"bob"}"""u8.ToArray();

    [Fact]
    public void Interactions_have_their_bytes()
    {
        var row = new InteractionsRow(1_750_000_000_000, "acme", true, [18, 18], Lines);

        MustHaveBytes("010180B883A1F7320461636D65010212127B22637573746F6D6572223A22616461227D7B22637573746F6D6572223A22626F62227D", row);
        var read = Assert.IsType<InteractionsRow>(LogRow.Decode(BytesOf(row)));
        Assert.Equal((row.ReceivedMs, row.Workspace, row.IsImport), (read.ReceivedMs, read.Workspace, read.IsImport));
        Assert.Equal(row.LineLengths, read.LineLengths);
        Assert.Equal(Lines, read.Lines.ToArray());
        Assert.Equal("""{"customer":"bob"}"""u8, LogReplay.LineOf(read, 1));
    }

    [Fact]
    public void Due_customers_have_their_bytes()
    {
        var row = new DueRow(1_750_000_000_000, 3, [new DueCustomer("acme", "ada"), new DueCustomer("Ж", "боб")]);

        MustHaveBytes("010280B883A1F73203020461636D650361646102D09606D0B1D0BED0B1", row);
        var read = Assert.IsType<DueRow>(LogRow.Decode(BytesOf(row)));
        Assert.Equal((row.ReceivedMs, row.Partition), (read.ReceivedMs, read.Partition));
        Assert.Equal(row.Customers, read.Customers);
    }

    [Fact]
    public void A_segment_has_its_bytes()
    {
        var row = new SegmentRow(1_750_000_000_000, "acme", "{}");

        MustHaveBytes("010380B883A1F7320461636D65027B7D", row);
        Assert.Equal(row, LogRow.Decode(BytesOf(row)));
    }

    [Fact]
    public void A_step_of_a_redefinition_has_its_bytes()
    {
        var row = new RedefinitionRow(1_750_000_000_000, 3, "acme", 63, 300, 100_000);

        MustHaveBytes("010480B883A1F732030461636D653FAC02A08D06", row);
        Assert.Equal(row, LogRow.Decode(BytesOf(row)));
    }

    [Fact]
    public void The_longest_row_there_can_be_has_room()
    {
        var name = new string('Ж', Limits.IdCharsMax);
        BytesOf(new DueRow(long.MaxValue, 63, [.. Enumerable.Repeat(new DueCustomer(name, name), 1000)]));
        BytesOf(new RedefinitionRow(long.MaxValue, int.MaxValue, name, int.MaxValue, int.MaxValue, int.MaxValue));
        Assert.NotEmpty(BytesOf(new InteractionsRow(long.MaxValue, name, true, [.. Enumerable.Repeat(0, 10_000)], default)));
    }

    [Fact]
    public void A_row_of_an_unknown_version_or_kind_is_refused()
    {
        Assert.Throws<StateFormatException>(() => LogRow.Decode([9, 1, 0]));
        Assert.Throws<StateFormatException>(() => LogRow.Decode([1, 99, 0]));
    }

    private static void MustHaveBytes(string hex, LogRow row) => Assert.Equal(hex, Convert.ToHexString(BytesOf(row)));

    private static byte[] BytesOf(LogRow row)
    {
        var bytes = row.Encode(out var length);
        return bytes[..length];
    }
}
