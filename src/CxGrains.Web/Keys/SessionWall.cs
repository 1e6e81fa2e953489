namespace CxGrains.Web.Keys;

/// <summary>What a wall link shows to whoever came by it.</summary>
/// <param name="Name">The link's name.</param>
/// <param name="Segment">Whose figures; absent for all customers.</param>
/// <param name="Window">All answers of that many days, such as <c>30d</c>; absent for each customer's latest answer.</param>
internal sealed record SessionWall(string Name, string? Segment, string? Window);
