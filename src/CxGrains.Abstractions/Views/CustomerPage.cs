namespace CxGrains.Abstractions.Views;

/// <summary>A page of customers.</summary>
/// <param name="Total">Customers that match, over all pages.</param>
/// <param name="Customers">This page.</param>
/// <param name="Next">Cursor of the next page; absent on the last.</param>
public sealed record CustomerPage(long Total, IReadOnlyList<CustomerRow> Customers, string? Next);
