using System.ComponentModel;

namespace CxGrains.Web.Keys;

/// <summary>Who is signed in.</summary>
/// <param name="Workspace">The workspace's id.</param>
/// <param name="Name">The workspace's name.</param>
/// <param name="Scopes">What the key may do.</param>
/// <param name="Demo">Whether the page signed itself in.</param>
[Description("Who is signed in.")]
internal sealed record SessionView(string Workspace, string Name, IReadOnlyList<string> Scopes, bool Demo);
