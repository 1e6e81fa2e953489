using System.Text.Json;
using System.Text.Json.Serialization;
using CxGrains.Domain.Segments;

namespace CxGrains.Domain.Settings;

/// <summary>A tier of the loyalty programme.</summary>
public sealed record LoyaltyTier
{
    private SegmentRule? _condition;

    /// <summary>The name, 1 to <see cref="Limits.NameCharsMax"/> characters.</summary>
    public required string Name { get; init; }

    /// <summary>Who belongs to it, written as a segment's rule.</summary>
    public required JsonElement Rule { get; init; }

    /// <summary>The rule, read.</summary>
    [JsonIgnore]
    public SegmentRule Condition => _condition ??= SegmentRule.Parse(Rule);

    internal static LoyaltyTier Read(SettingsObject json)
    {
        var rule = json.Find("rule") ?? throw json.Fault("rule", "is missing");
        try
        {
            var condition = SegmentRule.Parse(rule);
            return new LoyaltyTier { Name = json.Text("name", Limits.NameCharsMax), Rule = condition.Source, _condition = condition };
        }
        catch (InvalidFieldException error)
        {
            // A rule's own paths begin with "rule"; those of its tier's other fields are whole already.
            throw error.Field.StartsWith("rule", StringComparison.Ordinal) ? new InvalidFieldException(json.PathOf(error.Field), error.Problem) : error;
        }
    }
}
