namespace CxGrains.Host.Tests.Browser;

/// <summary>A page of the dashboard, as somebody opens it.</summary>
/// <param name="Address">Its address, with ids that <see cref="PageHost"/> knows.</param>
/// <param name="Needs">The least scope that opens it: <c>read</c>, <c>manage</c> or <c>admin</c>.</param>
/// <param name="IsOfOne">Whether it is about one thing, named in the address.</param>
internal sealed record DashboardPage(string Address, string Needs = DashboardPage.Read, bool IsOfOne = false)
{
    /// <summary>Whoever may see anything.</summary>
    public const string Read = "read";

    /// <summary>Managers and administrators.</summary>
    public const string Manage = "manage";

    /// <summary>Administrators.</summary>
    public const string Admin = "admin";

    /// <summary>What is clicked once it is there, so that what opens is looked at as well; null for nothing.</summary>
    public string? Opens { get; init; }

    /// <summary>Whether a role may open it.</summary>
    public bool IsFor(string role) => Needs switch
    {
        Read => true,
        Manage => role is "manager" or "administrator",
        _ => role is "administrator",
    };
}
