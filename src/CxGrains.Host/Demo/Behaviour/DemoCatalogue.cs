namespace CxGrains.Host.Demo.Behaviour;

/// <summary>What can be seen, searched, used and bought at the company.</summary>
internal static class DemoCatalogue
{
    /// <summary>Pages.</summary>
    public static readonly string[] Pages =
        ["New arrivals", "Sofas", "Dining tables", "Lighting", "Rugs", "Bed linen", "Ceramics", "Garden", "Outlet", "Delivery and returns", "Order status", "Room ideas"];

    /// <summary>Searches.</summary>
    public static readonly string[] Searches =
        ["oak table", "floor lamp", "wool rug", "linen curtains", "sofa bed", "shelf 80 cm", "kids desk", "outdoor chairs", "spare parts", "gift card"];

    /// <summary>Features of the planner and the account.</summary>
    public static readonly string[] Features =
        ["Room planner", "Wish list", "Bulk order", "Invoice download", "Colour samples", "Store stock", "3D view", "Team budget"];

    /// <summary>Subjects of tickets.</summary>
    public static readonly string[] Subjects =
        ["Delivery is late", "Wrong colour delivered", "Invoice address", "Damaged on arrival", "How to assemble", "Return a rug", "Voucher does not work", "Change delivery date"];

    /// <summary>Subjects of letters.</summary>
    public static readonly string[] Letters =
        ["Spring lighting", "Your wish list is on sale", "Made for small rooms", "Members' weekend", "Back in stock", "Ideas for the table"];

    /// <summary>Products with their prices in EUR.</summary>
    public static readonly (string Name, decimal Price)[] Products =
    [
        ("Alder stool", 49.00m), ("Birch desk", 229.00m), ("Clay vase", 34.50m), ("Dune rug", 189.00m), ("Ember lamp", 79.90m),
        ("Fern planter", 24.90m), ("Grove shelf", 149.00m), ("Heath throw", 59.00m), ("Iris mirror", 119.00m), ("Juniper table", 549.00m),
        ("Kite chair", 139.00m), ("Linen set", 89.00m), ("Mill clock", 44.00m), ("Nook sofa", 1190.00m), ("Oat bowl set", 39.90m),
    ];
}
