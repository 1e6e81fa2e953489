using FsCheck.Fluent;

namespace CxGrains.Domain.Tests;

public class PositionTests
{
    [Fact]
    public void Positions_order_by_row_then_line() => Law.Holds(
        Gen.Choose(1, 3).SelectMany(_ => Gen.Choose(0, 3), (row, line) => (row, line)).Two(),
        pair =>
        {
            var ((rowA, lineA), (rowB, lineB)) = pair;
            var (a, b) = (Position.At(rowA, lineA), Position.At(rowB, lineB));
            var expected = (rowA, lineA).CompareTo((rowB, lineB));
            return Math.Sign(a.CompareTo(b)) == Math.Sign(expected)
                && a < b == expected < 0 && a > b == expected > 0 && a <= b == expected <= 0 && a >= b == expected >= 0;
        });

    [Theory]
    [InlineData(1, 0)]
    [InlineData(42, Position.LinesMax - 1)]
    [InlineData((1L << 47) - 1, Position.LinesMax - 1)]
    public void Row_and_line_come_back(long row, int line)
    {
        var position = Position.At(row, line);

        Assert.Equal((row, line), (position.Row, position.Line));
        Assert.Equal($"{row}.{line}", position.ToString());
        Assert.True(position > Position.None);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(1L << 47, 0)]
    [InlineData(1, -1)]
    [InlineData(1, Position.LinesMax)]
    public void What_no_log_holds_is_refused(long row, int line) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Position.At(row, line));
}
