namespace CxGrains.Web.Reports.Drawing;

/// <summary>A part of a report under a heading.</summary>
internal static class Section
{
    /// <summary>The section; nothing where it has no content.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="content">The content.</param>
    /// <param name="isKept">Whether it stays on one sheet of paper.</param>
    public static Markup Of(string title, Markup content, bool isKept = false) =>
        content.Html.Length == 0 ? Markup.None : Markup.Of($"<section{new Markup(isKept ? " class=\"keep\"" : "")}><h2>{title}</h2>{content}</section>\n");

    /// <summary>A figure on a card.</summary>
    /// <param name="label">What it is.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="note">What stands below it.</param>
    public static Markup Card(string label, Markup figure, Markup note) =>
        Markup.Of($"<div class=\"card\"><p class=\"label\">{label}</p><p class=\"figure\">{figure}</p><p class=\"dim small\">{note}</p></div>");

    /// <summary>Cards side by side.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="columns">Which columns they stand in; three where it is empty.</param>
    public static Markup Cards(IEnumerable<Markup> cards, string columns = "") => Markup.Of($"<div class=\"{$"cards {columns}".TrimEnd()}\">{Markup.Join(cards)}</div>");

    /// <summary>A sentence of its own.</summary>
    public static Markup Line(string sentence) => Markup.Of($"<p class=\"dim\">{sentence}</p>");
}
