using CxGrains.Abstractions.Keys;
using CxGrains.Domain;

namespace CxGrains.Web.Users;

/// <summary>What each role may do, and what it is called.</summary>
internal static class Roles
{
    private static readonly (UserRole Role, string Name, Scopes Scopes)[] Known =
    [
        (UserRole.Viewer, "viewer", Scopes.Read),
        (UserRole.Agent, "agent", Scopes.Read | Scopes.Handle),
        (UserRole.Manager, "manager", Scopes.Read | Scopes.Handle | Scopes.Manage),
        (UserRole.Administrator, "administrator", Scopes.Ingest | Scopes.Read | Scopes.Handle | Scopes.Manage | Scopes.Admin),
    ];

    /// <summary>What a role may do.</summary>
    public static Scopes ScopesOf(UserRole role) => Known.Single(known => known.Role == role).Scopes;

    /// <summary>The role that may do exactly this.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static UserRole Of(Scopes scopes) => Known.Single(known => known.Scopes == scopes).Role;

    /// <summary>The name of a role.</summary>
    public static string NameOf(UserRole role) => Known.Single(known => known.Role == role).Name;

    /// <summary>The role of a name.</summary>
    /// <exception cref="InvalidFieldException">The name is none.</exception>
    public static UserRole Parse(string name, string field)
    {
        foreach (var known in Known)
        {
            if (known.Name == name)
            {
                return known.Role;
            }
        }

        throw new InvalidFieldException(field, $"'{Text.Shorten(name)}' is none of {string.Join(", ", Known.Select(known => known.Name))}");
    }
}
