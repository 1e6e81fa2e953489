using System.Text;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CxGrains.Web.OpenApi;

/// <summary>Schemas written by hand, kept as JSON beside this file.</summary>
internal static class Schemas
{
    /// <summary>A schema.</summary>
    /// <param name="file">Its file's name.</param>
    /// <param name="document">The document it becomes part of.</param>
    public static OpenApiSchema Load(string file, OpenApiDocument document)
    {
        using var stream = typeof(Schemas).Assembly.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not part of the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return OpenApiModelFactory.Parse<OpenApiSchema>(reader.ReadToEnd(), OpenApiSpecVersion.OpenApi3_1, document, out _)
            ?? throw new InvalidOperationException($"{file} is no schema.");
    }
}
