using System.Text;
using CxGrains.Domain.Privacy;

namespace CxGrains.Domain.Tests.Privacy;

public class PayloadTextTests
{
    [Theory]
    [InlineData("""{"user":{"id":"ada"}}""", true)]
    [InlineData("""{"user":{"id":"adam"}}""", false)]
    [InlineData("""{"ids":[7,42]}""", false)]
    [InlineData("""{"ids":[7,"\u0061da"]}""", true)]
    [InlineData("""{"ada":1}""", true)]
    [InlineData("""{"user":"ada" """, true)]
    [InlineData("user=ada&x=1", true)]
    [InlineData("user=adam&x=1", false)]
    [InlineData("", false)]
    public void A_whole_text_decides(string payload, bool isNamed) =>
        Assert.Equal(isNamed, PayloadText.Names(Encoding.UTF8.GetBytes(payload), text => text == "ada"));

    [Fact]
    public void A_number_may_be_an_id() => Assert.True(PayloadText.Names("""{"id":42}"""u8, text => text == "42"));

    [Fact]
    public void What_is_no_utf8_is_looked_through_too() => Assert.True(PayloadText.Names([(byte)'"', 0xff, (byte)'"', (byte)' ', .. "ada"u8], text => text == "ada"));
}
