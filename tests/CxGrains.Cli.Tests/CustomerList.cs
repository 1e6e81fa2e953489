using Microsoft.AspNetCore.Http;

namespace CxGrains.Cli.Tests;

/// <summary>Three customers on two pages, as the server lists them.</summary>
internal static class CustomerList
{
    public static IResult Page(string? cursor) => cursor switch
    {
        null => Results.Json(new { total = 3, customers = new[] { Customer("a", "Zoë, the first"), Customer("b", "=cmd()") }, next = "p/2" }),
        "p/2" => Results.Json(new { total = 3, customers = new[] { Customer("c", null) } }),
        _ => Results.Problem($"cursor: {cursor} is not one this query gave", statusCode: 400),
    };

    private static Dictionary<string, object> Customer(string id, string? name)
    {
        var customer = new Dictionary<string, object>
        {
            ["id"] = id,
            ["lastSeen"] = "2026-01-02T03:04:05Z",
            ["engagement"] = new { status = "ok", score = 12.5 },
            ["churn"] = new { status = "ok", probability = 0.25, band = "low" },
            ["value"] = 10.50m,
            ["segments"] = new[] { "promoters", "quiet" },
        };
        if (name is not null)
        {
            customer["name"] = name;
        }

        return customer;
    }
}
