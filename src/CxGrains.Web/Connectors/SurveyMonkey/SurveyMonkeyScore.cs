using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CxGrains.Web.Connectors.Mapping;

namespace CxGrains.Web.Connectors.SurveyMonkey;

/// <summary>The number in an answer of SurveyMonkey's: a choice whose text holds it, or whose weight it is.</summary>
internal static partial class SurveyMonkeyScore
{
    /// <summary>The score of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isNps">Whether it is one of NPS, whose choices' weights are not their numbers.</param>
    /// <exception cref="UnreadableException">It holds no number.</exception>
    public static decimal Of(JsonElement answer, bool isNps)
    {
        var weight = isNps ? null : answer.TextAt("/choice_metadata/weight");
        foreach (var text in (string?[])[weight, answer.TextAt("/text"), answer.TextAt("/simple_text")])
        {
            if (text is not null && LastNumber().Match(text) is { Success: true } match)
            {
                return decimal.Parse(match.Value, CultureInfo.InvariantCulture);
            }
        }

        throw new UnreadableException($"the answer holds no number: {Text.Shorten(answer.GetRawText())}");
    }

    // "9", "Extremely likely - 10", "Overall | 4".
    [GeneratedRegex(@"(?<![\w.])[0-9]{1,2}(?=\D*$)", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();
}
