namespace CxGrains.Web.Connectors.Sources;

/// <summary>The ways interactions come in.</summary>
internal static class SourceKind
{
    /// <summary>The native API; told apart by channel.</summary>
    public const string Api = "api";

    /// <summary>Segment's API.</summary>
    public const string Segment = "segment";

    /// <summary>CloudEvents.</summary>
    public const string CloudEvents = "cloudevents";

    /// <summary>A connection; the source's name is <c>connection/ID</c>.</summary>
    public const string Connection = "connection";

    /// <summary>The source of a connection.</summary>
    public static string OfConnection(string id) => $"{Connection}/{id}";
}
