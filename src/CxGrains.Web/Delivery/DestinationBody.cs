using System.Net.Mail;
using System.Text.Json;
using CxGrains.Abstractions.Delivery;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Web.Definitions;
using CxGrains.Web.Delivery.Net;
using CxGrains.Web.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery;

/// <summary>Reads and checks the definition of a destination.</summary>
internal sealed class DestinationBody(NetworkGuard guard, IOptions<DeliveryOptions> delivery, IOptions<WebOptions> web)
{
    /// <summary>The definition in a request's body; what it leaves out stays as it is, or takes its default.</summary>
    public async ValueTask<Destination> ReadAsync(HttpRequest request, string id, Destination? current)
    {
        var body = await JsonBody.ReadAsync(request, web.Value.DefinitionBytesMax, "id", "name", "kind", "url", "addresses", "enabled", "severity", "reportsOnly");
        DefinitionId.MustBe(body, id);
        var kind = KindOf(body, current);
        var enabled = FlagOf(body, "enabled") ?? current?.Enabled ?? true;
        return new Destination
        {
            Id = CheckId(id),
            Name = Text.CheckName(body.FindText("name") ?? current?.Name ?? id, "name"),
            Kind = kind,
            Url = kind == DestinationKind.Email ? "" : CheckUrl(body.FindText("url") ?? current?.Url ?? throw new InvalidFieldException("url", "is missing")),
            Addresses = kind == DestinationKind.Email ? AddressesOf(body.Find("addresses")) ?? current?.Addresses ?? throw new InvalidFieldException("addresses", "is missing") : [],
            Enabled = enabled,
            DisabledBecause = enabled ? null : current?.DisabledBecause,
            Severity = SeverityOf(body.FindText("severity")) ?? current?.Severity ?? AlertSeverity.Info,
            ReportsOnly = ReportsOnlyOf(body, kind) ?? current?.ReportsOnly ?? false,
            Secrets = current?.Secrets ?? (kind == DestinationKind.Webhook ? [SigningSecret.New()] : []),
        };
    }

    /// <summary>An id as it came.</summary>
    /// <exception cref="InvalidFieldException">It is too long, or holds what a path cannot.</exception>
    public static string CheckId(string id) =>
        id.Length is > 0 and <= OutboxLimits.DestinationIdCharsMax && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? id
            : throw new InvalidFieldException("id", $"must have 1 to {OutboxLimits.DestinationIdCharsMax} of the characters a-z, A-Z, 0-9, '.', '_' and '-'; it is '{Text.Shorten(id)}'");

    private DestinationKind KindOf(JsonBody body, Destination? current)
    {
        var kind = body.FindText("kind") switch
        {
            null => current?.Kind ?? throw new InvalidFieldException("kind", "is missing"),
            "webhook" => DestinationKind.Webhook,
            "slack" => DestinationKind.Slack,
            "teams" => DestinationKind.Teams,
            "email" => DestinationKind.Email,
            var other => throw new InvalidFieldException("kind", $"'{Text.Shorten(other)}' is none of webhook, slack, teams, email"),
        };
        if (current is not null && current.Kind != kind)
        {
            throw new InvalidFieldException("kind", "never changes; make another destination");
        }

        return kind != DestinationKind.Email || delivery.Value.SmtpHost is not null
            ? kind
            : throw new InvalidFieldException("kind", "email needs a mail server, which the administrator sets (Delivery:SmtpHost)");
    }

    private string CheckUrl(string url)
    {
        if (url.Length > OutboxLimits.UrlCharsMax || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw new InvalidFieldException("url", $"must be an address that begins with https://, of at most {OutboxLimits.UrlCharsMax} characters; it is '{Text.Shorten(url)}'");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new InvalidFieldException("url", "must hold no user and no password");
        }

        return uri.Scheme == Uri.UriSchemeHttps || guard.MayUseHttp
            ? url
            : throw new InvalidFieldException("url", "must begin with https://, unless the administrator allows http (Delivery:AllowHttp, Delivery:AllowedNetworks)");
    }

    private static List<string>? AddressesOf(JsonElement? list)
    {
        if (list is not { } found)
        {
            return null;
        }

        if (found.ValueKind != JsonValueKind.Array || found.GetArrayLength() is < 1 or > OutboxLimits.AddressesMax)
        {
            throw new InvalidFieldException("addresses", $"must be a list of 1 to {OutboxLimits.AddressesMax} e-mail addresses");
        }

        var addresses = new List<string>();
        foreach (var item in found.EnumerateArray())
        {
            var field = $"addresses[{addresses.Count}]";
            var text = item.ValueKind == JsonValueKind.String ? JsonBody.Decode(item, field) : throw new InvalidFieldException(field, $"must be a text; it is {item.ValueKind}");
            addresses.Add(MailAddress.TryCreate(text, out var address) && address.Address == text
                ? text
                : throw new InvalidFieldException(field, $"'{Text.Shorten(text)}' is no e-mail address"));
        }

        return addresses;
    }

    private static bool? ReportsOnlyOf(JsonBody body, DestinationKind kind) => FlagOf(body, "reportsOnly") switch
    {
        true when kind != DestinationKind.Email => throw new InvalidFieldException("reportsOnly", "is for email: nothing else is sent reports"),
        var flag => flag,
    };

    private static bool? FlagOf(JsonBody body, string field) => body.Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } other => throw new InvalidFieldException(field, $"must be true or false; it is {other.ValueKind}"),
    };

    private static AlertSeverity? SeverityOf(string? name) => name switch
    {
        null => null,
        "info" => AlertSeverity.Info,
        "warning" => AlertSeverity.Warning,
        "critical" => AlertSeverity.Critical,
        _ => throw new InvalidFieldException("severity", $"'{Text.Shorten(name)}' is none of info, warning, critical"),
    };
}
