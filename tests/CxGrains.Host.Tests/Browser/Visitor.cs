using CxGrains.Host.Tests.Processes;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Interactions as the page's tests need them.</summary>
internal static class Visitor
{
    /// <summary>An answer to the NPS survey <c>relationship</c>.</summary>
    public static object Answer(string customer, int score) =>
        new { customer, type = "survey_response", survey = "relationship", metric = "nps", score, comment = $"{score} from {customer}" };

    /// <summary>Somebody who came on several days and then, more than a year ago, no more: at high risk by now.</summary>
    public static Task LapsedAsync(this Api api, string customer)
    {
        var now = TimeProvider.System.GetUtcNow();
        return api.ApplyAsync([.. Enumerable.Range(0, 5).Select(day => new { customer, type = "visit", at = now.AddDays(-400 - day) })]);
    }
}
