namespace CxGrains.Domain.Settings;

/// <summary>How long personal data, and what keeps it from coming back, is kept.</summary>
public sealed record PrivacySettings
{
    /// <summary>Longest time in days that nothing brings an erased customer back.</summary>
    public const int TombstoneDaysMax = 730;

    /// <summary>Days for which nothing that is sent brings an erased customer back, from 1; 30 by default.</summary>
    public int TombstoneDays { get; init; } = 30;

    internal long TombstoneMs => TombstoneDays * 86_400_000L;

    internal static PrivacySettings Read(SettingsObject json) => new()
    {
        TombstoneDays = json.Integer("tombstoneDays", 1, TombstoneDaysMax, new PrivacySettings().TombstoneDays),
    };
}
