namespace CxGrains.Domain.Tests;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("a😀b", 3, "a😀")]
    [InlineData("😀", 1, "")]
    public void A_text_is_cut_between_characters(string text, int charsMax, string cut) => Assert.Equal(cut, Excerpt.Of(text, charsMax));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc…")]
    [InlineData("ab😀", 3, "ab…")]
    public void A_text_that_was_cut_says_so(string text, int charsMax, string shortened) => Assert.Equal(shortened, Excerpt.Shorten(text, charsMax));
}
