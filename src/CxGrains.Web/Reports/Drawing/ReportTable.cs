namespace CxGrains.Web.Reports.Drawing;

/// <summary>A table.</summary>
internal static class ReportTable
{
    /// <summary>The table, or what stands in its place where it has no rows.</summary>
    /// <param name="heads">The heads; one that begins with <c>#</c> is of a column of figures.</param>
    /// <param name="rows">The rows, with as many cells.</param>
    public static Markup Of(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<Markup>> rows) => Markup.Of($"""
        <table><thead><tr>{Markup.Join(heads.Select(head => Markup.Of($"<th scope=\"col\"{ClassOf(head)}>{head.TrimStart('#')}</th>")))}</tr></thead>
        <tbody>{Markup.Join(rows.Select(row => Markup.Of($"<tr>{Markup.Join(row.Select((cell, i) => Markup.Of($"<td{ClassOf(heads[i])}>{cell}</td>")))}</tr>")))}</tbody></table>
        """);

    private static Markup ClassOf(string head) => head.StartsWith('#') ? new Markup(" class=\"number\"") : Markup.None;
}
