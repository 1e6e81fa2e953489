using System.Globalization;
using CxGrains.Domain;

namespace CxGrains.Cluster.Ingest;

/// <summary>Where a batch stands in the logs of the partitions it concerns, in the form clients see: <c>partition:row</c>, separated by commas.</summary>
internal static class ClusterPosition
{
    // 64 partitions with two digits, rows with 15.
    private const int TextCharsMax = 64 * 19;

    /// <summary>The form clients see.</summary>
    public static string Write(IEnumerable<(int Partition, long Row)> rows) =>
        string.Join(',', rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Partition}:{row.Row}")));

    /// <summary>Reads what <see cref="Write"/> gave.</summary>
    /// <exception cref="InvalidFieldException">The text is of another form.</exception>
    public static IReadOnlyList<(int Partition, long Row)> Parse(string text, int partitionsCount)
    {
        if (text.Length is 0 or > TextCharsMax)
        {
            throw Unknown(text);
        }

        return [.. text.Split(',').Select(part =>
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            return colon > 0
                && int.TryParse(part.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var partition) && partition < partitionsCount
                && long.TryParse(part.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                ? (partition, row)
                : throw Unknown(text);
        })];
    }

    private static InvalidFieldException Unknown(string text) =>
        new("position", $"'{(text.Length <= 40 ? text : text[..40] + "…")}' has not the form partition:row,…");
}
