using System.Text;
using CxGrains.Abstractions.Delivery;
using CxGrains.Abstractions.Reports;
using CxGrains.Web.Reports.Drawing;

namespace CxGrains.Web.Reports;

/// <summary>Reports as e-mail. What it says is read with the issue when it is sent: of an issue that was deleted meanwhile nothing is.</summary>
internal sealed class ReportMails(ReportStore store, ReportLinks links)
{
    private const string Cell = "padding:6px 12px 6px 0;border-bottom:1px solid #e3e6eb;text-align:start;vertical-align:top";

    /// <summary>The e-mail of a notice; null where its report, or its issue, is gone.</summary>
    public async ValueTask<ReportMessage?> FindAsync(string workspace, Notice notice, CancellationToken cancellationToken)
    {
        var record = (await store.ListAsync(workspace, cancellationToken)).FirstOrDefault(one => one.Code == notice.ReportCode);
        if (record is null || await store.FindIssueAsync(workspace, record.Code, notice.ReportIssue!, cancellationToken) is not { Mail: { } mail } issue)
        {
            return null;
        }

        var link = links.AreWhole ? links.Of(record, issue.Id) : null;
        return new ReportMessage(mail.Subject, TextOf(mail, link), HtmlOf(mail, link).Html);
    }

    private static string TextOf(ReportMail mail, string? link)
    {
        var text = new StringBuilder().AppendLine(mail.Lead).AppendLine();
        foreach (var fact in mail.Facts)
        {
            text.Append(fact.Name).Append(": ").AppendLine(fact.Value);
        }

        return text.AppendLine().AppendLine(link is null ? mail.NoLink : $"{mail.Open}: {link}").ToString();
    }

    // Mail programs know neither style sheets nor pictures in the text: a table with its style at each part is what all of them show.
    private static Markup HtmlOf(ReportMail mail, string? link)
    {
        var rows = Markup.Join(mail.Facts.Select(fact => Markup.Of($"<tr><td style=\"{Cell};color:#4d5768\">{fact.Name}</td><td style=\"{Cell}\"><bdi>{fact.Value}</bdi></td></tr>")));
        var open = link is null
            ? Markup.Of($"<p>{mail.NoLink}</p>")
            : Markup.Of($"<p><a href=\"{link}\" style=\"display:inline-block;background:#2f5bea;color:#ffffff;text-decoration:none;padding:10px 18px;border-radius:8px\">{mail.Open}</a></p>");
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{mail.Language}" dir="{(mail.IsRightToLeft ? "rtl" : "ltr")}"><head><meta charset="utf-8"/><title>{mail.Subject}</title></head>
            <body style="font:15px/1.5 Segoe UI,Helvetica,Arial,sans-serif;color:#141a24"><p><b>{Markup.Foreign(mail.Lead)}</b></p>
            <table style="border-collapse:collapse">{rows}</table>{open}</body></html>
            """);
    }
}
