using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain;
using CxGrains.Web.Reports;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery.Senders;

/// <summary>Sends e-mail by the administrator's mail server, which delivers it further.</summary>
internal sealed class MailSender(IOptions<DeliveryOptions> options, NoticeWords words, ReportMails reports) : ISender
{
    private const int SubjectCharsMax = 200;
    private const int Accepted = 250;

    /// <inheritdoc/>
    public bool Sends(DestinationKind kind) => kind == DestinationKind.Email;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutboxMessage message, string requestId, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (settings.SmtpHost is null || settings.SmtpFrom is null)
        {
            return SendOutcome.Failed("Delivery:SmtpHost is not set");
        }

        try
        {
            using var mail = message.Notice.ReportCode is null ? AlertOf(message, settings.SmtpFrom) : await ReportOfAsync(message, settings.SmtpFrom, cancellationToken);
            if (mail is null)
            {
                return SendOutcome.Withdrawn;
            }

            using var client = new SmtpClient(settings.SmtpHost, settings.SmtpPort) { EnableSsl = settings.SmtpTls };
            if (settings.SmtpUser is { } user)
            {
                client.Credentials = new NetworkCredential(user, settings.SmtpPassword);
            }

            await client.SendMailAsync(mail, cancellationToken);
            return new SendOutcome(true, Accepted, "", null);
        }
        catch (SmtpException error)
        {
            int? status = error.StatusCode > 0 ? (int)error.StatusCode : null;
            return new SendOutcome(false, status, "", error.InnerException is { } inner ? $"{error.Message} {inner.Message}" : error.Message);
        }
    }

    private async Task<MailMessage?> ReportOfAsync(OutboxMessage message, string from, CancellationToken cancellationToken)
    {
        if (await reports.FindAsync(message.Workspace, message.Notice, cancellationToken) is not { } report)
        {
            return null;
        }

        var mail = MailOf(message, from, report.Subject, report.Text);
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(report.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return mail;
    }

    private MailMessage AlertOf(OutboxMessage message, string from)
    {
        var notice = message.Notice;
        var text = new StringBuilder();
        foreach (var (name, value) in NoticeWords.FactsOf(notice))
        {
            text.Append(name).Append(": ").AppendLine(value);
        }

        if (words.LinkOf(notice) is { } link)
        {
            text.AppendLine().AppendLine(link);
        }

        return MailOf(message, from, NoticeWords.TitleOf(notice), text.ToString());
    }

    private static MailMessage MailOf(OutboxMessage message, string from, string subject, string text)
    {
        var sender = new MailAddress(from);
        var mail = new MailMessage { From = sender, Subject = SubjectOf(subject), Body = text };

        // The same for every attempt, so that whoever gets it twice can tell.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{sender.Host}>");
        foreach (var address in message.Destination.Addresses)
        {
            mail.To.Add(address);
        }

        return mail;
    }

    private static string SubjectOf(string title) => Excerpt.Of(string.Concat(title.Select(c => char.IsControl(c) ? ' ' : c)), SubjectCharsMax);
}
