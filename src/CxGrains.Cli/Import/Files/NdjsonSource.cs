using System.Text.Json;
using System.Text.Json.Nodes;
using CxGrains.Cli.Import.Mapping;

namespace CxGrains.Cli.Import.Files;

/// <summary>JSON objects, one a line. They are passed through; mapped fields are renamed, and what is missing is added.</summary>
/// <param name="stream">The file; closed with the source.</param>
/// <param name="map">The map. <see cref="FieldMap.Rest"/> has no meaning here.</param>
/// <param name="ids">Ids of lines that bring none.</param>
internal sealed class NdjsonSource(Stream stream, FieldMap map, LineIds ids) : ILineSource
{
    private readonly Utf8Lines _lines = new(stream);
    private readonly JsonBuffer _buffer = new();
    private readonly List<(FieldPair Pair, JsonNode Json)> _constants =
        [.. map.Constants.Select(pair => (pair, ConstantField.JsonOf(pair, map.Instants)))];

    /// <inheritdoc/>
    public IEnumerable<SourceLine> Lines()
    {
        while (_lines.Read())
        {
            if (_lines.IsTooLong)
            {
                yield return new SourceLine(_lines.Number) { Problem = Utf8Lines.TooLong };
            }
            else if (_lines.Line.Span.IndexOfAnyExcept(" \t"u8) >= 0)
            {
                yield return Convert(_lines.Number, _lines.Line.Span);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _buffer.Dispose();
        _lines.Dispose();
    }

    private SourceLine Convert(long number, ReadOnlySpan<byte> utf8)
    {
        JsonObject item;
        try
        {
            if (JsonNode.Parse(utf8) is not JsonObject parsed)
            {
                return new SourceLine(number) { Problem = "is not a JSON object" };
            }

            // Members are read on first use; doing so here meets a name that comes twice.
            _ = parsed.Count;
            item = parsed;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return new SourceLine(number) { Problem = $"is not valid JSON: {FirstLine(exception.Message)}" };
        }

        foreach (var pair in map.Columns)
        {
            Rename(item, pair);
        }

        foreach (var (pair, json) in _constants)
        {
            Put(item, pair.Target, json.DeepClone(), replace: false);
        }

        if (map.Instants.IsStated && ReadInstant(item) is { } problem)
        {
            return new SourceLine(number) { Problem = problem };
        }

        var id = Text(item["id"]);
        if (id is null)
        {
            item["id"] = id = ids.Of(number);
        }

        return new SourceLine(number)
        {
            Json = _buffer.Take(writer => item.WriteTo(writer)),
            Id = id,
            Customer = Text(item["customer"]),
            Value = item["value"] is JsonValue value && value.TryGetValue(out decimal amount) ? amount : null,
        };
    }

    private static void Rename(JsonObject item, FieldPair pair)
    {
        if (!item.TryGetPropertyValue(pair.Source, out var node) || node is null)
        {
            return;
        }

        item.Remove(pair.Source);

        // Ids are texts; many systems keep them as numbers.
        var isIdentifier = pair.Target == FieldTarget.Id || pair.Target == FieldTarget.Customer;
        Put(item, pair.Target, isIdentifier && node.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(node.ToJsonString()) : node, replace: true);
    }

    private static void Put(JsonObject item, FieldTarget target, JsonNode node, bool replace)
    {
        var owner = item;
        if (target.Group != FieldGroup.Top)
        {
            var name = target.Group == FieldGroup.Traits ? "traits" : "properties";
            if (item[name] is not JsonObject group)
            {
                item[name] = group = [];
            }

            owner = group;
        }

        if (replace || owner[target.Name] is null)
        {
            owner[target.Name] = node;
        }
    }

    private string? ReadInstant(JsonObject item)
    {
        if (item["at"] is not JsonValue node)
        {
            return null;
        }

        var text = Text(node) ?? node.ToJsonString();
        if (!map.Instants.TryRead(text, out var instant))
        {
            return $"at: \"{FieldWriter.Shorten(text)}\" is not {map.Instants.Form}";
        }

        item["at"] = InstantReader.Write(instant);
        return null;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('\r');
}
