namespace CxGrains.Web.Delivery.Views;

/// <summary>A page of a destination's messages.</summary>
/// <param name="Deliveries">The newest first.</param>
/// <param name="Next">The cursor of the next page; absent after the last.</param>
internal sealed record DeliveryPage(IReadOnlyList<DeliveryView> Deliveries, string? Next);
