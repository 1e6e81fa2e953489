namespace CxGrains.Web.Delivery.Views;

/// <summary>What was put in to be sent.</summary>
/// <param name="Id">The message's id; absent where it is several.</param>
/// <param name="Count">How many messages.</param>
internal sealed record QueuedView(string? Id, int Count);
