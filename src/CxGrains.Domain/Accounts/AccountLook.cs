namespace CxGrains.Domain.Accounts;

/// <summary>How accounts are looked at.</summary>
/// <param name="AtMs">The instant scores are evaluated at, Unix milliseconds UTC.</param>
/// <param name="IsNow">Whether that is now; otherwise bands are those of the probability alone.</param>
/// <param name="AnswersFromDay">The first UTC day of the answers that an NPS takes, days since 1970-01-01; the last is the instant's.</param>
public readonly record struct AccountLook(long AtMs, bool IsNow, int AnswersFromDay)
{
    /// <summary>The instant's UTC day, days since 1970-01-01.</summary>
    public int Today { get; } = Instants.DayOf(AtMs);
}
