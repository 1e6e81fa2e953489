using System.Text.Json;
using CxGrains.Domain.Segments;

namespace CxGrains.Benchmarks;

/// <summary>Segments as teams define them.</summary>
internal static class SampleSegments
{
    private static readonly string[] Rules =
    [
        """{"field":"engagement","op":"lt","value":20}""",
        """{"field":"churn.band","op":"eq","value":"high"}""",
        """{"all":[{"field":"purchases.total","op":"ge","value":500},{"field":"lastSeenDays","op":"gt","value":30}]}""",
        """{"field":"nps.category","op":"eq","value":"detractor"}""",
        """{"any":[{"field":"channel","op":"eq","value":"chat"},{"field":"channel","op":"eq","value":"phone"}]}""",
        """{"field":"trait.plan","op":"eq","value":"enterprise"}""",
        """{"not":{"field":"account","op":"exists","value":true}}""",
        """{"all":[{"field":"firstSeenDays","op":"lt","value":14},{"field":"interactions","op":"ge","value":5}]}""",
        """{"field":"purchases.count","op":"ge","value":3}""",
        """{"field":"churn.probability","op":"gt","value":0.5}""",
    ];

    /// <summary>The first of them.</summary>
    /// <param name="count">0 to 10.</param>
    public static IReadOnlyList<SegmentDefinition> Take(int count) =>
    [
        .. Rules.Take(count).Select((rule, slot) => new SegmentDefinition
        {
            Id = $"segment-{slot}",
            Name = $"Segment {slot}",
            Rule = SegmentRule.Parse(JsonElement.Parse(rule)),
            Slot = slot,
        }),
    ];
}
