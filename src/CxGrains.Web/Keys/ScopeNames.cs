using CxGrains.Abstractions.Keys;
using CxGrains.Domain;

namespace CxGrains.Web.Keys;

/// <summary>Scopes by their names.</summary>
internal static class ScopeNames
{
    private static readonly (Scopes Scope, string Name)[] Known =
    [
        (Scopes.Ingest, ScopeRequirement.Ingest),
        (Scopes.Read, ScopeRequirement.Read),
        (Scopes.Handle, ScopeRequirement.Handle),
        (Scopes.Manage, ScopeRequirement.Manage),
        (Scopes.Admin, ScopeRequirement.Admin),
    ];

    /// <summary>All names, as an error lists them.</summary>
    public static string All { get; } = string.Join(", ", Known.Select(scope => scope.Name));

    /// <summary>The names of scopes.</summary>
    public static IReadOnlyList<string> Of(Scopes scopes) => [.. from scope in Known where (scopes & scope.Scope) != 0 select scope.Name];

    /// <summary>The scope of a name.</summary>
    /// <exception cref="InvalidFieldException">The name is none.</exception>
    public static Scopes Parse(string name, string field)
    {
        foreach (var scope in Known)
        {
            if (scope.Name == name)
            {
                return scope.Scope;
            }
        }

        throw new InvalidFieldException(field, $"'{Text.Shorten(name)}' is none of {All}");
    }
}
