using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace CxGrains.Cli.Export;

/// <summary>Writes customers as rows for spreadsheets.</summary>
internal sealed class CsvCustomerWriter : ICustomerWriter
{
    private static readonly string[] Header =
        ["id", "name", "email", "account", "lastSeen", "value", "engagement", "churnProbability", "churnBand", "churnWhy", "segments"];

    private readonly CsvWriter _csv;

    /// <summary>Writes the header.</summary>
    public CsvCustomerWriter(TextWriter output)
    {
        _csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var name in Header)
        {
            _csv.WriteField(name);
        }

        _csv.NextRecord();
    }

    /// <inheritdoc/>
    public void Write(JsonElement customer)
    {
        var segments = customer.TryGetProperty("segments", out var list) && list.ValueKind == JsonValueKind.Array
            ? string.Join(' ', list.EnumerateArray().Select(segment => segment.GetString()))
            : "";
        _csv.WriteField(Harmless(Text(customer, "id")));
        _csv.WriteField(Harmless(Text(customer, "name")));
        _csv.WriteField(Harmless(Text(customer, "email")));
        _csv.WriteField(Harmless(Text(customer, "account")));
        _csv.WriteField(Text(customer, "lastSeen"));
        _csv.WriteField(Text(customer, "value"));
        _csv.WriteField(Text(customer, "engagement", "score"));
        _csv.WriteField(Text(customer, "churn", "probability"));
        _csv.WriteField(Text(customer, "churn", "band"));
        _csv.WriteField(Harmless(Text(customer, "churn", "why")));
        _csv.WriteField(Harmless(segments));
        _csv.NextRecord();
        _csv.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private static string Text(JsonElement item, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out item))
            {
                return "";
            }
        }

        return item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
    }

    // Names come from customers; a spreadsheet would run "=..." as a formula.
    private static string Harmless(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text;
}
