using CxGrains.Abstractions.Keys;
using CxGrains.Domain;

namespace CxGrains.Web.Keys;

/// <summary>Scopes by their names.</summary>
internal static class ScopeNames
{
    private static readonly (Scopes Scope, string Name)[] All = [(Scopes.Ingest, "ingest"), (Scopes.Read, "read"), (Scopes.Admin, "admin")];

    /// <summary>The names of scopes.</summary>
    public static IReadOnlyList<string> Of(Scopes scopes) => [.. from scope in All where (scopes & scope.Scope) != 0 select scope.Name];

    /// <summary>The scope of a name.</summary>
    /// <exception cref="InvalidFieldException">The name is none.</exception>
    public static Scopes Parse(string name, string field)
    {
        foreach (var scope in All)
        {
            if (scope.Name == name)
            {
                return scope.Scope;
            }
        }

        throw new InvalidFieldException(field, $"'{Text.Shorten(name)}' is none of ingest, read, admin");
    }
}
