using System.Text.Json;

namespace CxGrains.Host.Tests.Repeats;

/// <summary>Events of every type with a meaning of its own, some at the same instant, some edits of others.</summary>
internal static class MixedEvents
{
    /// <summary>The surveys they answer, by id.</summary>
    public static IReadOnlyDictionary<string, object> Surveys { get; } = new Dictionary<string, object>
    {
        ["relationship"] = new { id = "relationship", metric = "nps" },
        ["after-purchase"] = new { id = "after-purchase", metric = "csat", scale = 5 },
        ["effort"] = new { id = "effort", metric = "ces", cesMethod = "agree" },
        ["stars"] = new { id = "stars", metric = "rating", scale = 10 },
    };

    /// <summary>Segments over what they tell, by id.</summary>
    public static IReadOnlyDictionary<string, object> Segments { get; } = new Dictionary<string, object>
    {
        ["pro"] = Segment("pro", new { field = "trait.plan", op = "eq", value = "pro" }),
        ["spenders"] = Segment("spenders", new { field = "purchases.total", op = "ge", value = 1000 }),
        ["unhappy"] = Segment("unhappy", new { any = new object[] { new { field = "nps.category", op = "eq", value = "detractor" }, new { field = "csat.score", op = "le", value = 2 } } }),
        ["acme"] = Segment("acme", new { all = new object[] { new { field = "account", op = "eq", value = "acme" }, new { not = new { field = "channel", op = "eq", value = "store" } } } }),
        ["busy"] = Segment("busy", new { all = new object[] { new { field = "interactions", op = "ge", value = 45 }, new { field = "lastSeenDays", op = "lt", value = 365 } } }),
    };

    private const int Customers = 60;
    private const int Events = 2600;

    private static readonly string[] Types =
    [
        "visit", "page", "search", "login", "feature_used", "goal_completed", "message", "call", "complaint", "ticket_opened", "ticket_replied", "ticket_resolved",
        "email_sent", "email_opened", "referral", "review", "renewed", "cancel_requested", "something_else",
    ];

    private static readonly string[] Channels = ["web", "mobile", "store", "phone"];
    private static readonly string[] Accounts = ["acme", "globex", "initech"];
    private static readonly string[] Plans = ["free", "pro", "enterprise"];
    private static readonly string[] Currencies = ["EUR", "USD"];

    /// <summary>The events as JSON lines, by time and then by id.</summary>
    /// <param name="seed">Equal seeds make equal events.</param>
    /// <param name="lastMs">The instant they end at; they begin some weeks before.</param>
    public static IReadOnlyList<string> Sorted(int seed, long lastMs)
    {
        var random = new Random(seed);
        var step = 25 * TimeSpan.MillisecondsPerDay / Events;
        return
        [
            .. Enumerable.Range(0, Events)
                .Select(number => Event(random, number, atMs: lastMs - ((Events - 1 - (number / 3)) * step)))
                .OrderBy(item => item.AtMs).ThenBy(item => item.Id, StringComparer.Ordinal)
                .Select(item => item.Json),
        ];
    }

    private static object Segment(string id, object rule) => new { id, name = id, rule };

    // Three after each other share their time, and some of those their customer.
    private static (long AtMs, string Id, string Json) Event(Random random, int number, long atMs)
    {
        var id = $"e-{random.Next(1_000_000)}-{number}";
        var customer = $"c-{((number / 3) + (random.Next(3) == 0 ? 1 : 0)) % Customers}";
        var fields = new Dictionary<string, object>
        {
            ["id"] = id,
            ["customer"] = customer,
            ["at"] = atMs,
            ["channel"] = Channels[random.Next(Channels.Length)],
            ["touchpoint"] = $"t-{random.Next(5)}",
        };
        switch (random.Next(12))
        {
            case < 2:
                Set(fields, "purchase", ("value", random.Next(1, 50_000) / 100m), ("currency", Currencies[random.Next(Currencies.Length)]));
                break;
            case 2:
                Set(fields, "refund", ("value", random.Next(1, 5_000) / 100m), ("currency", Currencies[random.Next(Currencies.Length)]));
                break;
            case 3:
                Set(fields, "identify", ("traits", new { plan = Plans[random.Next(Plans.Length)], name = $"Name {random.Next(100)}", seats = random.Next(9) }));
                break;
            case 4:
                Set(fields, "group", ("account", Accounts[random.Next(Accounts.Length)]));
                break;
            case 5:
                Set(fields, "consent", ("purpose", "mail"), ("granted", random.Next(2) == 0));
                break;
            case 6:
                Set(fields, "survey_sent", ("survey", Surveys.Keys.ElementAt(random.Next(Surveys.Count))));
                break;
            case < 10:
                Answer(random, fields, customer);
                break;
            default:
                Set(fields, Types[random.Next(Types.Length)], ("properties", new { title = $"Title {random.Next(50)}", ticket = $"T-{random.Next(4)}" }));
                break;
        }

        return (atMs, id, JsonSerializer.Serialize(fields));
    }

    private static void Answer(Random random, Dictionary<string, object> fields, string customer)
    {
        var survey = Surveys.Keys.ElementAt(random.Next(Surveys.Count));
        var (min, max) = survey switch { "relationship" => (0, 10), "after-purchase" => (1, 5), "effort" => (1, 7), _ => (1, 10) };
        Set(fields, "survey_response", ("survey", survey), ("score", random.Next(min, max + 1)));
        if (random.Next(3) == 0)
        {
            fields["comment"] = $"Words {random.Next(1000)}";
        }

        // Few responses of one customer, so that many are edited; no two revisions of one are equal.
        if (random.Next(2) == 0)
        {
            fields["response"] = $"{customer}-{survey}-{random.Next(2)}";
            fields["revision"] = random.Next(1_000_000);
        }
    }

    private static void Set(Dictionary<string, object> fields, string type, params (string Name, object Value)[] own)
    {
        fields["type"] = type;
        foreach (var (name, value) in own)
        {
            fields[name] = value;
        }
    }
}
