using System.Text.Json;
using CxGrains.Domain.Segments;

namespace CxGrains.Host.Demo.Surveys;

/// <summary>The segments of the company.</summary>
internal static class DemoSegments
{
    private static readonly (string Id, string Name, string Rule)[] Rules =
    [
        ("at-risk-enterprise", "Enterprise at risk",
            """{"all":[{"field":"trait.plan","op":"eq","value":"enterprise"},{"field":"churn.band","op":"eq","value":"high"}]}"""),
        ("promoters", "Promoters",
            """{"all":[{"field":"nps.category","op":"eq","value":"promoter"}]}"""),
        ("quiet-30-days", "Quiet for 30 days",
            """{"all":[{"field":"lastSeenDays","op":"ge","value":30}]}"""),
        ("big-spenders", "Big spenders",
            """{"all":[{"field":"purchases.total","op":"ge","value":4000}]}"""),
        ("mobile-users", "Mobile users",
            """{"all":[{"field":"channel","op":"eq","value":"mobile"}]}"""),
    ];

    /// <summary>Id, name and rule of each.</summary>
    /// <exception cref="Domain.InvalidFieldException">A rule is malformed.</exception>
    public static IEnumerable<(string Id, string Name, SegmentRule Rule)> All()
    {
        foreach (var (id, name, json) in Rules)
        {
            using var document = JsonDocument.Parse(json);
            yield return (id, name, SegmentRule.Parse(document.RootElement.Clone()));
        }
    }
}
