using System.ComponentModel;
using CxGrains.Abstractions.Keys;

namespace CxGrains.Web.Keys;

/// <summary>A key as it may be shown: never the key itself.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Created">When it was made.</param>
[Description("A key as it may be shown: never the key itself.")]
internal sealed record KeyView(string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset Created)
{
    /// <summary>The view of a key.</summary>
    public static KeyView Of(KeyRecord key) =>
        new(KeyText.IdOf(key.Hash), key.Name, ScopeNames.Of(key.Scopes), DateTimeOffset.FromUnixTimeMilliseconds(key.CreatedMs));
}
