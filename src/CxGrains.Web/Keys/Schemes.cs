namespace CxGrains.Web.Keys;

/// <summary>The ways a request says who it is.</summary>
internal static class Schemes
{
    /// <summary>Chooses between the other two.</summary>
    public const string Any = "any";

    /// <summary>A key with the request.</summary>
    public const string Key = "key";

    /// <summary>The page's sign-in cookie.</summary>
    public const string Session = "session";
}
