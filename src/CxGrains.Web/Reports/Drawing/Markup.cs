using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>HTML that may be put into a page as it is. Whatever else is put into one is encoded: see <see cref="Of"/>.</summary>
/// <param name="Html">The HTML; well-formed XML as well.</param>
internal readonly record struct Markup(string Html)
{
    /// <summary>Nothing.</summary>
    public static readonly Markup None = new("");

    /// <summary>What was written out, with each text in it encoded, and only <see cref="Markup"/> taken as it is.</summary>
    public static Markup Of(Handler html) => new(html.Take());

    /// <summary>One after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Html)));

    /// <summary>This and then another.</summary>
    public Markup Then(Markup next) => new(Html + next.Html);

    /// <summary>A name or a text that somebody sent: shown apart, so that its direction reaches nothing around it.</summary>
    public static Markup Foreign(string text) => Of($"<bdi>{PlainText.Of(text)}</bdi>");

    /// <summary>A figure: its signs stay where they are in a text that is read from the right.</summary>
    public static Markup Figure(string text) => Of($"<bdi dir=\"ltr\">{text}</bdi>");

    /// <summary>A date, or a span of them: it is read in the direction of its own words.</summary>
    public static Markup Date(string text) => Of($"<bdi>{text}</bdi>");

    /// <summary>A sentence of ours with its places filled.</summary>
    /// <param name="sentence">The sentence, its places written as <c>{0}</c>.</param>
    /// <param name="parts">What is put in.</param>
    public static Markup Fill(string sentence, params Markup[] parts) =>
        new(string.Format(CultureInfo.InvariantCulture, WebUtility.HtmlEncode(sentence), [.. parts.Select(part => part.Html)]));

    /// <summary>Writes an interpolated text as HTML.</summary>
    [InterpolatedStringHandler]
    public readonly struct Handler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _html = new(literalLength + (16 * formattedCount));

        public void AppendLiteral(string html) => _html.Append(html);

        public void AppendFormatted(Markup html) => _html.Append(html.Html);

        public void AppendFormatted(string text) => _html.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(int number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");

        public string Take() => _html.ToString();
    }
}
