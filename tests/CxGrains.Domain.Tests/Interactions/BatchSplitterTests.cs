using System.Text;
using CxGrains.Domain.Interactions;
using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class BatchSplitterTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    [InlineData("[]")]
    [InlineData("\uFEFF [ \n ] ")]
    public void An_empty_body_has_no_events(string body) => Assert.Empty(Split(body));

    [Theory]
    [InlineData("""[{"a":1},{"b":[2,{}]}]""")]
    [InlineData("\uFEFF\n[ {\"a\":1}\t,\r\n{\"b\":[2,{}]} ]\n")]
    [InlineData("{\"a\":1}\n{\"b\":[2,{}]}")]
    [InlineData("{\"a\":1}\n{\"b\":[2,{}]}\n")]
    [InlineData("\uFEFF\r\n  {\"a\":1}  \r\n\r\n \t\r\n{\"b\":[2,{}]}\r\n\r\n")]
    public void Arrays_and_lines_give_the_same_events(string body) => Assert.Equal(["""{"a":1}""", """{"b":[2,{}]}"""], Split(body));

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("{\n  \"a\": [\n    {\n      \"b\": 1\n    }\n  ]\n}")]
    [InlineData("{\r\n\"a\":\r\n{\r\n}\r\n}")]
    [InlineData("{ \"a\":\n{\"b\":1}\n}")]
    [InlineData("{\"a\":1,\n\n\"b\":2}")]
    public void One_object_is_one_event_on_however_many_lines(string body)
    {
        Assert.Equal([body], Split(body));
        Assert.Equal([body], Split("\uFEFF \n" + body + "\r\n "));
    }

    [Fact]
    public void Elements_of_an_array_may_be_anything() =>
        Assert.Equal(["1", "\"x]\"", "null", "[[],{}]", "{}"], Split("""[1, "x]", null, [[],{}], {}]"""));

    [Theory]
    [InlineData("{\"a\":NaN}\n{\"b\":1}", "{\"a\":NaN}", "{\"b\":1}")]
    [InlineData("{\"a\":1\n{\"b\":1}", "{\"a\":1", "{\"b\":1}")]
    [InlineData("{\"a\":\n{\"b\":1}\n{\"c\":1}", "{\"a\":", "{\"b\":1}", "{\"c\":1}")]
    [InlineData("{\"a\":\"torn\n{\"b\":1}", "{\"a\":\"torn", "{\"b\":1}")]
    [InlineData("{\"a\":1} x\n{\"b\":1}", "{\"a\":1} x", "{\"b\":1}")]
    [InlineData("oops\n{\"b\":1}\n[1]\n", "oops", "{\"b\":1}", "[1]")]
    [InlineData("{\"b\":1}\n{\"a\":\n{\"c\":1}", "{\"b\":1}", "{\"a\":", "{\"c\":1}")]
    public void A_broken_line_is_one_event_and_its_neighbours_live(string body, params string[] lines) => Assert.Equal(lines, Split(body));

    [Theory]
    [InlineData("{\n\"a\":1,\n}")]
    [InlineData("{\n\"a\":1\n")]
    [InlineData("{\n\"a\":1\n}\n{\n\"b\":2\n}")]
    public void A_broken_object_on_several_lines_is_one_event(string body) => Assert.Equal([body.TrimEnd()], Split(body));

    [Theory]
    [InlineData("[{\"a\":1},{\"b\":2},{\"c\":}]", 2)]
    [InlineData("[{\"a\":1},{\"b\":2},]", 2)]
    [InlineData("[{\"a\":1},{\"b\":2}", 2)]
    [InlineData("[{\"a\":1},{\"b\":2}] x", 2)]
    [InlineData("[{\"a\":1}][{\"b\":2}]", 1)]
    [InlineData("[{\"a\":1} {\"b\":2}]", 1)]
    [InlineData("[,", 0)]
    [InlineData("[", 0)]
    public void Where_an_array_breaks_the_events_before_stay(string body, int before)
    {
        var events = new List<Range>();
        var split = BatchSplitter.Split(Encoding.UTF8.GetBytes(body), 10, events);

        Assert.Equal(before, events.Count);
        Assert.False(split.TooMany);
        var where = before == 0 ? "cannot be read from its start on" : $"cannot be read beyond element {before - 1}";
        AssertError(split.Unreadable!.Value, "json", "(line 1, byte ", where);
    }

    [Fact]
    public void An_event_nested_too_deeply_is_rejected_alone()
    {
        var deep = "{\"a\":" + new string('[', 500) + new string(']', 500) + "}";

        Assert.Equal([deep, "{\"b\":1}"], Split($"[{deep},{{\"b\":1}}]"));
    }

    [Theory]
    [InlineData("[{},{},{}]")]
    [InlineData("{}\n{}\n{}")]
    public void As_many_events_as_allowed_are_split_off_and_no_more(string body)
    {
        var utf8 = Encoding.UTF8.GetBytes(body);
        var events = new List<Range>();

        Assert.Equal(default, BatchSplitter.Split(utf8, 3, events));
        Assert.Equal(3, events.Count);
        Assert.Equal(new BatchSplit(true, null), BatchSplitter.Split(utf8, 2, events));
        Assert.Equal(2, events.Count);
        Assert.Equal(new BatchSplit(true, null), BatchSplitter.Split(utf8, 0, events));
        Assert.Empty(events);
    }

    [Fact]
    public void Nothing_beyond_one_event_too_many_is_looked_at()
    {
        // A fault that reading on would find: the array breaks behind the third element.
        Assert.Equal(new BatchSplit(true, null), BatchSplitter.Split("[{},{},{} broken"u8, 2, []));
    }

    [Fact]
    public void The_buffer_is_reused()
    {
        var events = new List<Range> { new(5, 6) };
        BatchSplitter.Split("{}"u8, 10, events);

        Assert.Equal([new Range(0, 2)], events);
    }

    [Fact]
    public void Random_bodies_never_throw_and_events_lie_in_order_within_the_body()
    {
        var random = new Random(20260701);
        const string Alphabet = "[]{}\":,\n\r \\a1é";
        var events = new List<Range>();
        for (var round = 0; round < 20_000; round++)
        {
            var body = Encoding.UTF8.GetBytes(random.GetItems<char>(Alphabet, random.Next(40)));
            BatchSplitter.Split(body, 8, events);

            Assert.InRange(events.Count, 0, 8);
            var behind = 0;
            foreach (var (start, length) in events.Select(range => range.GetOffsetAndLength(body.Length)))
            {
                Assert.True(start >= behind && length > 0);
                behind = start + length;
            }
        }
    }

    private static List<string> Split(string body)
    {
        var utf8 = Encoding.UTF8.GetBytes(body);
        var events = new List<Range>();
        Assert.Equal(default, BatchSplitter.Split(utf8, 1000, events));
        return [.. events.Select(range => Encoding.UTF8.GetString(utf8[range]))];
    }
}
