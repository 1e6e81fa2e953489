namespace CxGrains.Abstractions.Views;

/// <summary>A page of accounts.</summary>
/// <param name="Total">Accounts that match, over all pages.</param>
/// <param name="Accounts">This page.</param>
/// <param name="Next">Cursor of the next page; absent on the last.</param>
public sealed record AccountPage(long Total, IReadOnlyList<AccountRow> Accounts, string? Next);
