using System.Text.Json;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Segments.Rules;

namespace CxGrains.Domain.Index;

/// <summary>
/// A segment's rule that asks for nothing but what the index has, so that a list of all customers can be filtered by it without reading
/// their states. As with segments, who is only counted and not profiled matches no rule.
/// </summary>
public sealed class IndexedRule
{
    /// <summary>The fields the index has, by their names in the JSON. Of the traits, name and e-mail where they are texts.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["lastSeenDays", "purchases.total", "engagement", "churn.probability", "churn.band", "account", "trait.name", "trait.email"];

    private readonly SegmentRule _rule;

    private IndexedRule(SegmentRule rule) => _rule = rule;

    /// <summary>Reads a rule.</summary>
    /// <param name="json">Its JSON.</param>
    /// <exception cref="InvalidFieldException">It is malformed, or asks for a field that the index has not.</exception>
    public static IndexedRule Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var rule = SegmentRule.Parse(document.RootElement);
            var (path, field) = FirstUnknown(rule);
            return field is null
                ? new IndexedRule(rule)
                : throw new InvalidFieldException(path, $"\"{field}\" is none of those that lists are filtered by: {string.Join(", ", Fields)}");
        }
        catch (JsonException error)
        {
            throw new InvalidFieldException("rule", $"is not JSON: {error.Message}");
        }
    }

    /// <summary>The rule as one of the index; null where it asks for more.</summary>
    public static IndexedRule? Of(SegmentRule rule) => FirstUnknown(rule).Field is null ? new IndexedRule(rule) : null;

    /// <summary>Those of some customers that match at an instant.</summary>
    /// <param name="customers">Rows of the index.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public IEnumerable<CustomerEntry> Among(IEnumerable<CustomerEntry> customers, long atMs)
    {
        var facts = new IndexedFacts();
        foreach (var entry in customers)
        {
            facts.Entry = entry;
            if (entry.IsListed && entry.IsProfiled && _rule.Matches(facts, atMs))
            {
                yield return entry;
            }
        }
    }

    private static (string Path, string? Field) FirstUnknown(SegmentRule rule) => RuleFields.Of(rule.Source).FirstOrDefault(leaf => !Fields.Contains(leaf.Field));
}
