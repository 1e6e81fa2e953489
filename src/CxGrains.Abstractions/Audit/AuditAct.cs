using CxGrains.Domain;

namespace CxGrains.Abstractions.Audit;

/// <summary>What a person read or changed, as it is handed to the audit log. Texts that are too long are cut; control characters go.</summary>
public sealed record AuditAct
{
    /// <summary>Characters of <see cref="By"/>, <see cref="Action"/> and <see cref="Address"/>.</summary>
    public const int NameCharsMax = 64;

    /// <summary>Characters of <see cref="Detail"/>.</summary>
    public const int DetailCharsMax = 200;

    /// <summary>When, Unix milliseconds UTC.</summary>
    public required long AtMs { get; init; }

    /// <summary>The id of the key it was done with, or <c>user:NAME</c>, at most <see cref="NameCharsMax"/> characters.</summary>
    public required string By { get => field; init => field = Fit(value, NameCharsMax); }

    /// <summary>The name of the key or the user at the time, at most <see cref="Limits.DisplayNameCharsMax"/> characters.</summary>
    public required string ByName { get => field; init => field = Fit(value, Limits.DisplayNameCharsMax); }

    /// <summary>What was done, such as <c>customer.read</c>, at most <see cref="NameCharsMax"/> characters.</summary>
    public required string Action { get => field; init => field = Fit(value, NameCharsMax); }

    /// <summary>The id of the customer concerned; null where it is not about one. It is never stored: see <see cref="AuditSubject"/>.</summary>
    public string? Customer { get; init; }

    /// <summary>Where the request came from, at most <see cref="NameCharsMax"/> characters; empty where it is not known.</summary>
    public string Address { get => field; init => field = Fit(value, NameCharsMax); } = "";

    /// <summary>Which thing, where it is no customer, such as a key's id; at most <see cref="DetailCharsMax"/> characters. It must name no customer.</summary>
    public string Detail { get => field; init => field = Fit(value, DetailCharsMax); } = "";

    private static string Fit(string text, int charsMax)
    {
        var fit = Excerpt.Of(text, charsMax);
        return fit.Any(char.IsControl) ? string.Concat(fit.Select(c => char.IsControl(c) ? ' ' : c)) : fit;
    }
}
