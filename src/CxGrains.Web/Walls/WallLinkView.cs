using System.ComponentModel;

namespace CxGrains.Web.Walls;

/// <summary>A wall link as it may be shown: never what it ends with.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Name">A name for people.</param>
/// <param name="Segment">Whose figures it shows; absent for all customers.</param>
/// <param name="Window">All answers of that many days, such as <c>30d</c>; absent for each customer's latest answer.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">When it opens nothing any more; absent for never.</param>
[Description("A wall link as it may be shown: never what it ends with.")]
internal sealed record WallLinkView(string Id, string Name, string? Segment, string? Window, string CreatedBy, DateTimeOffset Created, DateTimeOffset? Expires)
{
    /// <summary>The view of a link.</summary>
    public static WallLinkView Of(WallLink link) => new(
        link.Id,
        link.Name,
        link.Page.Segment,
        WindowOf(link.Page),
        link.CreatedBy,
        DateTimeOffset.FromUnixTimeMilliseconds(link.CreatedMs),
        link.ExpiresMs is { } end ? DateTimeOffset.FromUnixTimeMilliseconds(end) : null);

    /// <summary>The window of a page as text; null where it shows each customer's latest answer.</summary>
    public static string? WindowOf(WallPage page) => page.WindowDays is { } days ? $"{days}d" : null;
}
