using System.Net;
using System.Net.Mail;
using System.Text;
using CxGrains.Abstractions.Delivery;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery.Senders;

/// <summary>Sends e-mail by the administrator's mail server, which delivers it further.</summary>
internal sealed class MailSender(IOptions<DeliveryOptions> options, NoticeWords words) : ISender
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
            using var mail = MailOf(message, settings.SmtpFrom);
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

    private MailMessage MailOf(OutboxMessage message, string from)
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

        var sender = new MailAddress(from);
        var mail = new MailMessage { From = sender, Subject = SubjectOf(notice), Body = text.ToString() };

        // The same for every attempt, so that whoever gets it twice can tell.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{sender.Host}>");
        foreach (var address in message.Destination.Addresses)
        {
            mail.To.Add(address);
        }

        return mail;
    }

    private static string SubjectOf(Notice notice)
    {
        var title = string.Concat(NoticeWords.TitleOf(notice).Select(c => char.IsControl(c) ? ' ' : c));
        return Text.Cut(title, SubjectCharsMax);
    }
}
