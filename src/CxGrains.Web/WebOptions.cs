using System.ComponentModel.DataAnnotations;

namespace CxGrains.Web;

/// <summary>The bounds and choices of the HTTP face; configuration section <c>Web</c>. Checked at start-up.</summary>
public sealed class WebOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Web";

    /// <summary>Bytes of one ingest body, after decompression. Default 16 MiB; from 64 KiB to 256 MiB.</summary>
    [Range(64 * 1024, 256 * 1024 * 1024)]
    public int BodyBytesMax { get; set; } = 16 * 1024 * 1024;

    /// <summary>Bytes of every other JSON body (definitions, keys, workspaces). Default 64 KiB; from 4 KiB to 1 MiB.</summary>
    [Range(4 * 1024, 1024 * 1024)]
    public int DefinitionBytesMax { get; set; } = 64 * 1024;

    /// <summary>Interactions in one request. Default and most 10,000, which is what one batch may hold.</summary>
    [Range(1, Abstractions.Ingest.InteractionBatch.CountMax)]
    public int EventsPerRequestMax { get; set; } = Abstractions.Ingest.InteractionBatch.CountMax;

    /// <summary>Bytes of ingest bodies held at once, over all requests; past it the answer is 429. Default 128 MiB; at least <see cref="BodyBytesMax"/>.</summary>
    [Range(1024 * 1024, 64L * 1024 * 1024 * 1024)]
    public long IngestBytesInFlightMax { get; set; } = 128L * 1024 * 1024;

    /// <summary>Rejected interactions listed in one answer; all are counted. Default 100; from 1 to 10,000.</summary>
    [Range(1, Abstractions.Ingest.InteractionBatch.CountMax)]
    public int RejectedListedMax { get; set; } = 100;

    /// <summary>Seconds that a request with <c>wait=applied</c> waits before it is answered all the same. Default 30; from 1 to 300.</summary>
    [Range(1, 300)]
    public int AppliedWaitSecondsMax { get; set; } = 30;

    /// <summary>HTTP connections open at once, WebSockets not counted; further ones are closed as they come. Default 5,000; from 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int ConnectionsMax { get; set; } = 5000;

    /// <summary>WebSockets open at once, over everything. Default 1,100; at least <see cref="LiveConnectionsMax"/>, whose refusal says more, and at most 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int WebSocketsMax { get; set; } = 1100;

    /// <summary>Dashboards connected at once. Default 1,000; from 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int LiveConnectionsMax { get; set; } = 1000;

    /// <summary>Topics one connection may subscribe to at once. Default 32; from 1 to 1,000.</summary>
    [Range(1, 1000)]
    public int SubscriptionsPerConnectionMax { get; set; } = 32;

    /// <summary>Different topics watched at once, over all workspaces. Default 2,000; from 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int LiveTopicsMax { get; set; } = 2000;

    /// <summary>Shortest time in milliseconds between two reads of a topic, and so between two pushes of it. Default 100; from 10 to 10,000.</summary>
    [Range(10, 10_000)]
    public int LivePeriodMs { get; set; } = 100;

    /// <summary>Milliseconds after which a watched topic is read again though nothing came in, because scores change with time alone. Default 1,000; from 100 to 60,000.</summary>
    [Range(100, 60_000)]
    public int LiveRefreshMs { get; set; } = 1000;

    /// <summary>Hours a sign-in of the page lasts after its last use. Default 336, two weeks; from 1 to 8,760.</summary>
    [Range(1, 8760)]
    public int SessionHours { get; set; } = 336;

    /// <summary>The directory that keeps the keys which protect sign-in cookies; null keeps them in memory, and a restart signs everyone out. Default null.</summary>
    public string? SessionKeysDirectory { get; set; }

    /// <summary>
    /// Where people open the dashboard, as <c>https://cx.example.com</c>: what links that leave the server begin with, in reports and, unless
    /// <c>Delivery:PublicUrl</c> says otherwise, in messages. Null where nobody has said; then links are paths, and e-mail has none. Default null.
    /// </summary>
    [System.ComponentModel.DataAnnotations.Url]
    public string? PublicUrl { get; set; }

    /// <summary>Days that entries of the audit log are kept. Default 400; from 30 to 3,650.</summary>
    [Range(30, 3650)]
    public int AuditDays { get; set; } = 400;

    /// <summary>Whether a page on this machine is signed in without a key. Every request must then name a loopback host. Default false.</summary>
    public bool DemoSignIn { get; set; }

    /// <summary>An admin key of the workspace <c>default</c>, 16 to 256 characters; also read from <c>CX_ADMIN_KEY</c>. Where there is none and no key exists yet, one is made. Default null.</summary>
    [StringLength(Keys.KeyText.CharsMax, MinimumLength = Keys.KeyText.CharsMin, ErrorMessage = "CX_ADMIN_KEY (or Web:AdminKey) must have {2} to {1} characters.")]
    public string? AdminKey { get; set; }

    /// <summary>The directory of the built dashboard; null for <c>wwwroot</c> beside the program. Default null.</summary>
    public string? DashboardDirectory { get; set; }
}
