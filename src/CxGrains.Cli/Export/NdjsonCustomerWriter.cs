using System.Text.Json;

namespace CxGrains.Cli.Export;

/// <summary>Writes each customer's JSON on a line.</summary>
internal sealed class NdjsonCustomerWriter(TextWriter output) : ICustomerWriter
{
    private static readonly JsonSerializerOptions Compact = new() { WriteIndented = false };

    /// <inheritdoc/>
    public void Write(JsonElement customer) => output.Write(JsonSerializer.Serialize(customer, Compact) + "\n");

    /// <inheritdoc/>
    public void Dispose() => output.Flush();
}
