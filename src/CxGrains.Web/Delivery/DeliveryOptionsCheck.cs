using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery;

/// <summary>What of <see cref="DeliveryOptions"/> cannot be said by a range.</summary>
internal sealed class DeliveryOptionsCheck : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        List<string> broken =
        [
            .. options.AllowedNetworks.Where(network => !IPNetwork.TryParse(network, out _))
                .Select(network => $"Delivery:AllowedNetworks holds '{network}', which is no network such as 10.1.0.0/16; several stand in a list, or with commas between."),
        ];
        if (options.SmtpHost is not null && !MailAddress.TryCreate(options.SmtpFrom, out _))
        {
            broken.Add($"Delivery:SmtpFrom is '{options.SmtpFrom}' and must be an e-mail address where Delivery:SmtpHost is set.");
        }

        return broken.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(broken);
    }
}
