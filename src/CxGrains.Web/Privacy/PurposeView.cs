namespace CxGrains.Web.Privacy;

/// <summary>The last word on a purpose.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="State"><c>granted</c>, <c>denied</c>, or <c>unknown</c> where the customer never spoke of it.</param>
/// <param name="At">When it said so; absent where it never spoke.</param>
internal sealed record PurposeView(string Purpose, string State, DateTimeOffset? At);
