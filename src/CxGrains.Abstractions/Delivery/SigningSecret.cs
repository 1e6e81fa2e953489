using System.Security.Cryptography;

namespace CxGrains.Abstractions.Delivery;

/// <summary>A secret that requests to a webhook are signed with.</summary>
/// <param name="Text"><c>whsec_</c> and the key in base64.</param>
/// <param name="UntilMs">When it stops signing, Unix milliseconds UTC, that instant excluded; null for the newest, which has no end.</param>
public sealed record SigningSecret(string Text, long? UntilMs)
{
    /// <summary>Secrets that sign at once; an older one is let go when another is added.</summary>
    public const int ActiveMax = 3;

    /// <summary>Hours for which a secret signs on after another was made, so that its receiver can change over.</summary>
    public const int OverlapHours = 24;

    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";

    private const int KeyBytes = 32;

    /// <summary>A new one.</summary>
    public static SigningSecret New() => new(Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), null);

    /// <summary>Some secrets with a new one before them.</summary>
    /// <param name="secrets">Those there are, the newest first.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public static IReadOnlyList<SigningSecret> Rotate(IReadOnlyList<SigningSecret> secrets, long nowMs)
    {
        var untilMs = nowMs + (long)TimeSpan.FromHours(OverlapHours).TotalMilliseconds;
        return
        [
            New(),
            .. secrets.Where(secret => secret.UntilMs is null || secret.UntilMs > nowMs)
                .Select(secret => secret with { UntilMs = secret.UntilMs ?? untilMs })
                .Take(ActiveMax - 1),
        ];
    }
}
