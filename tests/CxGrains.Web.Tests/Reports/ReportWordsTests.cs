using System.Text.Json;
using System.Text.RegularExpressions;
using CxGrains.Domain.Reports;
using CxGrains.Web.Reports.Drawing;

namespace CxGrains.Web.Tests.Reports;

public partial class ReportWordsTests
{
    [Fact]
    public void Every_language_has_every_word_with_the_places_that_English_has()
    {
        var english = Texts(ReportLanguage.En);

        Assert.True(english.Count > 100);
        foreach (var language in Enum.GetValues<ReportLanguage>())
        {
            Assert.Equal(12, ReportWords.Of(language).Months.Count);
            var texts = Texts(language);
            Assert.Equal(english.Keys.Order(), texts.Keys.Order());
            Assert.All(texts, text => Assert.Equal(Places(english[text.Key]), Places(text.Value)));
            Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{language}: {text.Key} is empty"));
        }
    }

    [Theory]
    [InlineData(ReportLanguage.Ar)]
    [InlineData(ReportLanguage.Th)]
    public void Hardly_a_word_is_left_in_English(ReportLanguage language)
    {
        var (english, other) = (Texts(ReportLanguage.En), Texts(language));

        Assert.Equal(
            ["ces", "csat", "decimalSeparator", "groupSeparator", "mailSubject", "nps", "span"],
            english.Where(text => other[text.Key] == text.Value).Select(text => text.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_lacks_a_word_is_not_read()
    {
        var json = Raw(ReportLanguage.En).Replace("\"gone\"", "\"gonee\"", StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ReportWordsJson.Default.ReportWords));
    }

    private static Dictionary<string, string> Texts(ReportLanguage language) => JsonElement.Parse(Raw(language)).EnumerateObject()
        .Where(member => member.Value.ValueKind == JsonValueKind.String).ToDictionary(member => member.Name, member => member.Value.GetString()!);

    private static string Raw(ReportLanguage language)
    {
        using var reader = new StreamReader(typeof(ReportWords).Assembly.GetManifestResourceStream($"report.{ReportWords.TagOf(language)}.json")!);
        return reader.ReadToEnd();
    }

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
