using CxGrains.Domain;
using CxGrains.Web.Json;

namespace CxGrains.Web.Definitions;

/// <summary>The id in a definition's body, which the path has already said.</summary>
internal static class DefinitionId
{
    /// <summary>Checks that the body, where it says an id, says the path's.</summary>
    /// <exception cref="InvalidFieldException">It says another.</exception>
    public static void MustBe(JsonBody body, string id)
    {
        if (body.FindText("id") is { } stated && stated != id)
        {
            throw new InvalidFieldException("id", $"'{Text.Shorten(stated)}' is not the path's id '{Text.Shorten(id)}'");
        }
    }
}
