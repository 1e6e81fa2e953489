namespace CxGrains.Web.Connectors.SurveyMonkey;

/// <summary>Where SurveyMonkey's API is, by the region of the account. Only these are ever asked: a connection cannot name a host.</summary>
internal static class SurveyMonkeyHosts
{
    private static readonly Dictionary<string, Uri> ByRegion = new()
    {
        ["us"] = new Uri("https://api.surveymonkey.com"),
        ["eu"] = new Uri("https://api.eu.surveymonkey.com"),
        ["ca"] = new Uri("https://api.surveymonkey.ca"),
    };

    /// <summary>The regions.</summary>
    public static IReadOnlyCollection<string> Regions => ByRegion.Keys;

    /// <summary>The API of a region; of the first where none is said.</summary>
    public static Uri Of(string? region) => ByRegion[region ?? "us"];
}
