namespace CxGrains.Domain.Customers;

/// <summary>What a customer did to bring others: referrals and reviews. An immutable value; the order in which they come does not matter.</summary>
/// <param name="Referrals">Referrals counted, from 0.</param>
/// <param name="LastReferralMs">The latest, Unix milliseconds UTC; 0 for none.</param>
/// <param name="Reviews">Reviews counted, from 0.</param>
/// <param name="LastReviewMs">The latest, Unix milliseconds UTC; 0 for none.</param>
public sealed record AdvocacyActs(int Referrals, long LastReferralMs, int Reviews, long LastReviewMs)
{
    /// <summary>Neither referred nor reviewed.</summary>
    public static readonly AdvocacyActs None = new(0, 0, 0, 0);

    /// <summary>The latest act of either kind, Unix milliseconds UTC; 0 for none.</summary>
    public long LastMs => Math.Max(LastReferralMs, LastReviewMs);

    /// <summary>Both together.</summary>
    public AdvocacyActs With(AdvocacyActs other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            Referrals + other.Referrals,
            Math.Max(LastReferralMs, other.LastReferralMs),
            Reviews + other.Reviews,
            Math.Max(LastReviewMs, other.LastReviewMs));
    }

    /// <summary>With one more referral.</summary>
    public AdvocacyActs WithReferral(long atMs) => this with { Referrals = Referrals + 1, LastReferralMs = Math.Max(LastReferralMs, atMs) };

    /// <summary>With one more review.</summary>
    public AdvocacyActs WithReview(long atMs) => this with { Reviews = Reviews + 1, LastReviewMs = Math.Max(LastReviewMs, atMs) };

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Referrals);
        writer.Write7BitEncodedInt64(LastReferralMs);
        writer.Write7BitEncodedInt(Reviews);
        writer.Write7BitEncodedInt64(LastReviewMs);
    }

    internal static AdvocacyActs Decode(BinaryReader reader) =>
        new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
}
