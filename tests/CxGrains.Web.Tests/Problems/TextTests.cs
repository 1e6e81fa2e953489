namespace CxGrains.Web.Tests.Problems;

public sealed class TextTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("a😀b", 3, "a😀")]
    [InlineData("😀", 1, "")]
    public void A_text_is_cut_between_characters(string text, int charsMax, string cut) => Assert.Equal(cut, Text.Cut(text, charsMax));
}
