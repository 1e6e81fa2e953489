namespace CxGrains.Web.Keys;

/// <summary>The user who is signed in.</summary>
/// <param name="Name">What they sign in with.</param>
/// <param name="ShownName">What others see.</param>
/// <param name="Role">What they may do: <c>viewer</c>, <c>agent</c>, <c>manager</c> or <c>administrator</c>.</param>
internal sealed record SessionUser(string Name, string ShownName, string Role);
