using System.Buffers.Text;
using System.Text;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Embedded.Queries;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Embedded.Tests.Queries;

public class CustomerCursorTests
{
    private static readonly Gen<CustomerCursor> Cursors =
        from atMs in Gen.Choose(0, int.MaxValue)
        from number in ArbMap.Default.GeneratorFor<NormalFloat>()
        from text in ArbMap.Default.GeneratorFor<UnicodeString>()
        from id in ArbMap.Default.GeneratorFor<UnicodeString>()
        from isReversed in Gen.Elements(true, false)
        select new CustomerCursor(atMs * 1000L, new CustomerRank(number.Get, WellFormed(text.Get), WellFormed(id.Get), isReversed));

    [Fact]
    public void What_a_page_gives_is_read_back() => Law.Holds(Cursors, cursor => CustomerCursor.Parse(cursor.ToString()) == cursor);

    [Fact]
    public void A_cursor_that_was_tampered_with_is_refused_or_still_one() => Law.Holds(
        from cursor in Cursors
        from index in Gen.Choose(0, 1000)
        from letter in Gen.Elements("AZaz09-_=+/ é\0".ToCharArray())
        select (Text: cursor.ToString(), index, letter),
        given =>
        {
            var text = given.Text.ToCharArray();
            text[given.index % text.Length] = given.letter;
            return IsRefused(new string(text)) || CustomerCursor.Parse(new string(text)) is not null;
        });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("nonsense")]
    [InlineData("%%%")]
    [InlineData("null", true)]
    [InlineData("{}", true)]
    [InlineData("[]", true)]
    [InlineData("7", true)]
    [InlineData("""{"AtMs":1,"Number":1,"Text":null,"Id":"a"}""", true)]
    [InlineData("""{"AtMs":"x","Number":1,"Text":"","Id":"a"}""", true)]
    [InlineData("""{"AtMs":1,"Number":NaN,"Text":"","Id":"a"}""", true)]
    public void Garbage_is_refused_with_the_field_named(string text, bool isJson = false) =>
        Assert.True(IsRefused(isJson ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)) : text));

    [Fact]
    public void A_text_without_end_is_refused() => Assert.True(IsRefused(new string('A', 1_000_000)));

    private static bool IsRefused(string text)
    {
        try
        {
            CustomerCursor.Parse(text);
            return false;
        }
        catch (InvalidFieldException refused)
        {
            return refused.Field == "cursor";
        }
    }

    // A customer's id and name are valid UTF-8, so that no half of a surrogate pair stands alone.
    private static string WellFormed(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
}
