using System.ComponentModel;
using CxGrains.Abstractions.Keys;

namespace CxGrains.Web.Keys;

/// <summary>A key as it may be shown: never the key itself.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Current">Whether who asks came with it, or with a sign-in made with it.</param>
[Description("A key as it may be shown: never the key itself.")]
internal sealed record KeyView(string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset Created, bool Current)
{
    /// <summary>The view of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="caller">Who asks.</param>
    public static KeyView Of(KeyRecord key, Caller caller) => new(
        KeyText.IdOf(key.Hash),
        key.Name,
        ScopeNames.Of(key.Scopes),
        DateTimeOffset.FromUnixTimeMilliseconds(key.CreatedMs),
        key.Hash == caller.Identity);
}
