using System.Text.Json.Serialization;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>Reads the files of words.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportWords))]
internal sealed partial class ReportWordsJson : JsonSerializerContext;
