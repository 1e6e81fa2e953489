using System.Text.Json;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments.Rules;

namespace CxGrains.Domain.Segments;

/// <summary>
/// A condition over customer state, written as JSON:
/// <c>{"all":[...]}</c>, <c>{"any":[...]}</c>, <c>{"not":{...}}</c>, or <c>{"field":"engagement","op":"lt","value":20}</c>.
/// </summary>
/// <remarks>
/// <para>
/// Fields: <c>trait.KEY</c>, <c>account</c>, <c>channel</c> (was ever seen on), <c>lastSeenDays</c>, <c>firstSeenDays</c> (days since,
/// with fractions, never below 0), <c>interactions</c>, <c>purchases.count</c>, <c>purchases.total</c>, <c>engagement</c> (0 to 100),
/// <c>churn.probability</c> (0 to 1), <c>churn.band</c>, and <c>score</c> and <c>category</c> of the latest answer of
/// <c>nps</c>, <c>csat</c> and <c>ces</c>, such as <c>nps.category</c>.
/// </para>
/// <para>
/// Operators: <c>eq</c>, <c>ne</c>, <c>lt</c>, <c>le</c>, <c>gt</c>, <c>ge</c> (the last four for numbers), <c>in</c> (a list),
/// <c>contains</c> (for <c>account</c> and traits, ignoring case), <c>exists</c> (true or false). All other comparisons of text are
/// exact. Values of different kinds, a text and a number say, are not equal, and neither is below the other.
/// </para>
/// <para>
/// What is not known (no such trait, no answer, no activity to judge by) matches no leaf but <c>exists</c> false, not even <c>ne</c>:
/// who never answered is not a customer that is "no detractor". <c>not</c> turns the result of what it holds, and so does match then.
/// </para>
/// </remarks>
public abstract class SegmentRule
{
    /// <summary>The JSON it was parsed from.</summary>
    public required JsonElement Source { get; init; }

    /// <summary>Whether a customer matches at an instant.</summary>
    public abstract bool Matches(ICustomerFacts customer, long atMs);

    /// <summary>
    /// The earliest instant after <paramref name="atMs"/> at which time alone may change <see cref="Matches"/>;
    /// <see cref="long.MaxValue"/> where time alone never will. For a leaf that compares with <c>lt</c>, <c>le</c>, <c>gt</c> or
    /// <c>ge</c> it does change then.
    /// </summary>
    public abstract long NextChangeMs(ICustomerFacts customer, long atMs);

    /// <summary>Reads a rule.</summary>
    /// <param name="rule">The JSON; it is copied, so that its document may be disposed of.</param>
    /// <exception cref="InvalidFieldException">The rule is malformed; names the field's path and the limit.</exception>
    public static SegmentRule Parse(JsonElement rule) =>
        new RuleParser().Parse(rule.ValueKind == JsonValueKind.Undefined ? rule : rule.Clone());
}
