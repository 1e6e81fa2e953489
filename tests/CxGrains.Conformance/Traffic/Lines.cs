using System.Globalization;

namespace CxGrains.Conformance.Traffic;

/// <summary>Interactions as the JSON that clients send.</summary>
internal static class Lines
{
    /// <summary>When the clock of a test begins: 2025-06-15, 12:00 UTC.</summary>
    public static readonly DateTimeOffset Noon = new(2025, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static string Of(string id, string customer, string type, DateTimeOffset at, string more = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"{{id}}","customer":"{{customer}}","type":"{{type}}","at":"{{at:yyyy-MM-ddTHH:mm:ss.fffZ}}"{{(more.Length > 0 ? "," + more : "")}}}""");

    public static string Visit(string id, string customer, DateTimeOffset at) => Of(id, customer, "visit", at);

    public static string Nps(string id, string customer, DateTimeOffset at, int score, string more = "") =>
        Of(id, customer, "survey_response", at, $"\"survey\":\"nps\",\"metric\":\"nps\",\"score\":{score}" + (more.Length > 0 ? "," + more : ""));
}
