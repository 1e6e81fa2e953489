namespace CxGrains.Web.Users;

/// <summary>The users of a workspace.</summary>
/// <param name="Users">By name.</param>
internal sealed record UserList(IReadOnlyList<UserView> Users);
