using System.ComponentModel.DataAnnotations;

namespace CxGrains.Web.Delivery;

/// <summary>How alerts are delivered; configuration section <c>Delivery</c>. Checked at start-up.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Delivery";

    /// <summary>
    /// Networks, as <c>10.1.0.0/16</c>, that destinations may be in though they are not public; a list, or one text with commas
    /// between, as an environment variable has it. Default none: nothing reaches this
    /// machine, its neighbours, or a cloud's metadata.
    /// </summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Whether public destinations may be reached by <c>http</c>; those in <see cref="AllowedNetworks"/> may always. Default false.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Seconds an attempt may take. Default 15; from 1 to 30.</summary>
    [Range(1, 30)]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>Attempts under way at once, each to another destination. Default 256; from 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int AtOnceMax { get; set; } = 256;

    /// <summary>Where people open the dashboard, as <c>https://cx.example.com</c>, for the links in messages; null for no links. Default <see cref="WebOptions.PublicUrl"/>.</summary>
    [Url]
    public string? PublicUrl { get; set; }

    /// <summary>The mail server; null where there is none, and no destination can be e-mail. Default null.</summary>
    public string? SmtpHost { get; set; }

    /// <summary>The mail server's port. Default 587; from 1 to 65,535.</summary>
    [Range(1, 65_535)]
    public int SmtpPort { get; set; } = 587;

    /// <summary>Whether the connection to the mail server is made secure by STARTTLS. Default true.</summary>
    public bool SmtpTls { get; set; } = true;

    /// <summary>Who signs in to the mail server; null for nobody. Default null.</summary>
    public string? SmtpUser { get; set; }

    /// <summary>The password of <see cref="SmtpUser"/>. Default null.</summary>
    public string? SmtpPassword { get; set; }

    /// <summary>Whom e-mail comes from. Required with <see cref="SmtpHost"/>. Default null.</summary>
    public string? SmtpFrom { get; set; }
}
