namespace CxGrains.Abstractions.Views.Building;

/// <summary>A customer's place in a list: its sort key, then its id, which always goes upwards.</summary>
/// <param name="Number">The key, smaller first; 0 where the list goes by text.</param>
/// <param name="Text">The key where the list goes by text; empty otherwise.</param>
/// <param name="Id">The customer's id.</param>
/// <param name="IsReversed">Whether the key's order is turned round.</param>
public readonly record struct CustomerRank(double Number, string Text, string Id, bool IsReversed) : IComparable<CustomerRank>
{
    /// <inheritdoc/>
    public int CompareTo(CustomerRank other)
    {
        var order = Number.CompareTo(other.Number);
        if (order == 0)
        {
            order = string.Compare(Text, other.Text, StringComparison.OrdinalIgnoreCase);
        }

        return order != 0 ? (IsReversed ? -order : order) : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Whether <paramref name="left"/> stands before <paramref name="right"/>.</summary>
    public static bool operator <(CustomerRank left, CustomerRank right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> stands behind <paramref name="right"/>.</summary>
    public static bool operator >(CustomerRank left, CustomerRank right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> stands at or before <paramref name="right"/>.</summary>
    public static bool operator <=(CustomerRank left, CustomerRank right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> stands at or behind <paramref name="right"/>.</summary>
    public static bool operator >=(CustomerRank left, CustomerRank right) => left.CompareTo(right) >= 0;
}
