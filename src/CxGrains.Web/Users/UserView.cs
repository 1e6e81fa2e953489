using System.ComponentModel;

namespace CxGrains.Web.Users;

/// <summary>A user as others may see it: never the password.</summary>
/// <param name="Name">What they sign in with.</param>
/// <param name="DisplayName">What others see; absent for the name.</param>
/// <param name="Role">What they may do: <c>viewer</c>, <c>agent</c>, <c>manager</c> or <c>administrator</c>.</param>
/// <param name="Disabled">Whether they may not sign in.</param>
/// <param name="Created">When they were added.</param>
[Description("A user as others may see it: never the password.")]
internal sealed record UserView(string Name, string? DisplayName, string Role, bool Disabled, DateTimeOffset Created)
{
    /// <summary>The view of a user.</summary>
    public static UserView Of(User user) =>
        new(user.Name, user.DisplayName, Roles.NameOf(user.Role), user.IsDisabled, DateTimeOffset.FromUnixTimeMilliseconds(user.CreatedMs));
}
