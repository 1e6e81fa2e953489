using System.Security.Cryptography;
using System.Text;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>The style sheet of all reports: light always, and made for paper as much as for a screen. Sides are logical, so that one sheet serves both directions.</summary>
internal static class ReportStyle
{
    private const string Source = """
        @page { size: auto; margin: 14mm 13mm; }
        * { box-sizing: border-box; }
        :root { color-scheme: light; }
        html { background: #fff; color: #141a24; font: 15px/1.5 Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", "Noto Sans Arabic", "Noto Sans Thai", sans-serif; -webkit-text-size-adjust: 100%; }
        body { margin: 0; }
        main { max-width: 54rem; margin: 0 auto; padding: 2rem 1.5rem 3rem; }
        h1, h2, h3, p { margin: 0; overflow-wrap: anywhere; }
        h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 680; }
        h2 { font-size: 1.15rem; line-height: 1.3; font-weight: 650; margin-bottom: .6rem; }
        h3 { font-size: .95rem; line-height: 1.3; font-weight: 600; margin: .9rem 0 .4rem; }
        header { border-block-end: 3px solid #2f5bea; padding-block-end: 1rem; margin-block-end: 1.5rem; }
        .kicker { color: #2f5bea; font-weight: 600; }
        .dim { color: #4d5768; }
        .small { font-size: .85rem; }
        section { margin-block-end: 1.75rem; }
        .cards { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .75rem; }
        .five { grid-template-columns: repeat(5, minmax(0, 1fr)); }
        .five .figure { font-size: 1.4rem; }
        .card { border: 1px solid #d5dae2; border-radius: .6rem; padding: .8rem .9rem; min-width: 0; break-inside: avoid; }
        .card .label { color: #4d5768; font-size: .85rem; font-weight: 600; }
        .card .figure { font-size: 1.9rem; line-height: 1.2; font-weight: 680; font-variant-numeric: tabular-nums; }
        .chip { display: inline-block; border-radius: 1rem; padding: .05rem .55rem; font-size: .82rem; font-weight: 600; background: #eef0f4; color: #4d5768; }
        .good { background: #e3f5ed; color: #0a7550; }
        .bad { background: #fdecea; color: #b3261e; }
        .warn { background: #fdf1dd; color: #8f5600; }
        ul { margin: 0; padding-inline-start: 1.2rem; }
        table { width: 100%; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: start; vertical-align: top; padding: .35rem .5rem; border-block-end: 1px solid #e3e6eb; overflow-wrap: anywhere; }
        th { color: #4d5768; font-weight: 600; font-size: .82rem; }
        td.number, th.number { text-align: end; white-space: nowrap; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th:first-child, td:first-child { padding-inline-start: 0; }
        th:last-child, td:last-child { padding-inline-end: 0; }
        svg { display: block; width: 100%; height: auto; }
        .bar { width: 9rem; padding-block-start: .2rem; }
        .axis { stroke: #c3c9d3; stroke-width: 1; }
        .line { fill: none; stroke: #2f5bea; stroke-width: 2; stroke-linejoin: round; }
        .band { fill: #dbe4fd; }
        .up { fill: #17966a; }
        .down { fill: #d4463f; }
        .plain { fill: #2f5bea; }
        .tick { fill: #4d5768; font-size: 11px; }
        figure { margin: 0 0 1rem; break-inside: avoid; }
        figcaption { color: #4d5768; font-size: .82rem; }
        footer { border-block-start: 1px solid #d5dae2; padding-block-start: .8rem; color: #4d5768; font-size: .82rem; break-inside: avoid; }
        @media (max-width: 34rem) { .cards { grid-template-columns: minmax(0, 1fr); } .five { grid-template-columns: repeat(2, minmax(0, 1fr)); } main { padding: 1.25rem 1rem 2rem; } .bar { width: 5rem; } table { font-size: .82rem; } th, td { padding-inline: .3rem; } }
        @media print {
          html { font-size: 10.5pt; background: none; }
          main { max-width: none; padding: 0; }
          h2, h3 { break-after: avoid; }
          .keep { break-inside: avoid; }
          .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); }
          .five { grid-template-columns: repeat(5, minmax(0, 1fr)); }
          .chip, svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """;

    /// <summary>The style sheet.</summary>
    public static readonly Markup Sheet = new(Source.ReplaceLineEndings("\n"));

    /// <summary>Its SHA-256 in base64, by which a policy allows it and no other.</summary>
    public static readonly string Hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet.Html)));
}
