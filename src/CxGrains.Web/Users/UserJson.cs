namespace CxGrains.Web.Users;

/// <summary>A user as stored. Members are only ever added, and may then be absent.</summary>
/// <param name="DisplayName">What others see; null for the name.</param>
/// <param name="Role">What they may do, as <see cref="Roles"/> names it.</param>
/// <param name="PasswordHash">The hashed password.</param>
/// <param name="Stamp">The security stamp.</param>
/// <param name="Disabled">Whether they may not sign in.</param>
/// <param name="CreatedMs">When they were added, Unix milliseconds UTC.</param>
internal sealed record UserJson(string? DisplayName, string Role, string PasswordHash, string Stamp, bool Disabled, long CreatedMs);
