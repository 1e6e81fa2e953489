using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxGrains.Cli.Import.Mapping;

/// <summary>A constant of the command line as JSON.</summary>
internal static class ConstantField
{
    /// <summary>The constant's JSON value.</summary>
    /// <exception cref="UsageException">It does not fit its field.</exception>
    public static JsonNode JsonOf(FieldPair pair, InstantReader instants)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (!FieldWriter.TryWrite(writer, pair.Target, pair.Source, instants, out var problem))
            {
                throw new UsageException($"--set {pair.Target}={pair.Source}: {problem}");
            }

            writer.WriteEndObject();
        }

        return JsonNode.Parse(buffer.ToArray())![pair.Target.Name]!.DeepClone();
    }
}
