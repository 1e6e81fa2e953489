using System.Globalization;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>Bars in the cells of tables.</summary>
internal static class Bars
{
    private const int Width = 120;
    private const int Height = 12;

    /// <summary>A bar from the start, as long as its part of the longest.</summary>
    public static Markup Of(double value, double longest) => Picture(Rectangle("plain", 0, longest > 0 ? Width * value / longest : 0));

    /// <summary>A bar from the middle: to the right where it raises, to the left where it lowers.</summary>
    public static Markup Signed(double value, double longest)
    {
        var length = longest > 0 ? Width / 2.0 * Math.Abs(value) / longest : 0;
        var bar = Rectangle(value >= 0 ? "up" : "down", value >= 0 ? Width / 2.0 : (Width / 2.0) - length, length);
        return Picture(Markup.Of($"{bar}<line class=\"axis\" x1=\"{Width / 2}\" y1=\"0\" x2=\"{Width / 2}\" y2=\"{Height}\"/>"));
    }

    private static Markup Picture(Markup content) => Markup.Of($"<div class=\"bar\"><svg viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\">{content}</svg></div>");

    private static Markup Rectangle(string tone, double x, double length) =>
        Markup.Of($"<rect class=\"{tone}\" x=\"{Number(x)}\" y=\"1\" width=\"{Number(length)}\" height=\"10\" rx=\"2\"/>");

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
