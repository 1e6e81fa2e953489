using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxGrains.Web.Json;

/// <summary>How JSON is written: camelCase, enumerations as camelCase texts, never null.</summary>
internal static class WebJson
{
    /// <summary>The options, for what is written by hand.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    /// <summary>Sets a framework's own options the same way.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.TypeInfoResolverChain.Insert(0, WebJsonContext.Default);
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
