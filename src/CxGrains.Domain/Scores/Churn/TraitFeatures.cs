using System.Collections.Frozen;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// Traits as features, hashed into <see cref="Limits.TraitSlots"/> slots, so that any workspace's traits can be learned from
/// without declaring them (Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009; without the
/// sign, as the first trait met in a slot names its driver).
/// <para>
/// A text or truth value is an indicator of key and value. A number v is sign(v) ln(1 + |v|) / <see cref="NumberScale"/>, and an
/// indicator of its key and of ln(1 + |v|) cut into steps of <see cref="BucketWidth"/>, so that effects need not be straight lines.
/// Left out is what names a customer rather than describing it: traits with the keys of names, addresses and the like in
/// Segment's list of reserved traits, in any case of letters, the date of a renewal, which is hardly ever the same twice, and texts above <see cref="Limits.TraitLearnedCharsMax"/> characters.
/// </para>
/// </summary>
public static class TraitFeatures
{
    /// <summary>The most features one trait has.</summary>
    public const int PerTraitMax = 2;

    /// <summary>What ln(1 + |v|) of a number is divided by.</summary>
    public const double NumberScale = 5;

    /// <summary>The width of a number's steps, in units of ln(1 + |v|).</summary>
    public const double BucketWidth = 1;

    private const long NumberSalt = 1;
    private const long FalseSalt = 2;
    private const long TrueSalt = 3;
    private const long BucketSalt = 1 << 16;

    private static readonly FrozenSet<string> Identifying = new[]
    {
        "address", "avatar", "birthday", "createdAt", "created_at", "description", "email", "firstName", "first_name", "id",
        "lastName", "last_name", "mobile", "name", "phone", "renewalDate", "renewal_date", "userId", "user_id", "username", "website",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a trait has features at all.</summary>
    public static bool IsLearned(in Trait trait) =>
        !(trait.Value.Text is { Length: > Limits.TraitLearnedCharsMax }) && !Identifying.Contains(trait.Key);

    /// <summary>The short hash of a trait's key; never 0.</summary>
    public static ushort TagOf(string key) => (ushort)Math.Max(1, Fingerprint.Of(key) >> 48);

    /// <summary>Writes a trait's features.</summary>
    /// <param name="trait">The trait.</param>
    /// <param name="into">Room for <see cref="PerTraitMax"/>.</param>
    /// <returns>How many there are, 0 where the trait is left out.</returns>
    public static int Write(in Trait trait, Span<SlotValue> into)
    {
        if (!IsLearned(trait))
        {
            return 0;
        }

        var key = Fingerprint.Of(trait.Key);
        var tag = TagOf(trait.Key);
        if (trait.Value.Text is { } text)
        {
            into[0] = new(SlotOf(key, (long)Fingerprint.Of(text)), tag, 1);
            return 1;
        }

        if (trait.Value.IsBoolean)
        {
            into[0] = new(SlotOf(key, trait.Value.Number != 0 ? TrueSalt : FalseSalt), tag, 1);
            return 1;
        }

        // 1 + |v| of the largest double is still finite, and its logarithm 710: no number leaves the range of a Half.
        var size = Math.Log(1 + Math.Abs(trait.Value.Number));
        var bucket = Math.Sign(trait.Value.Number) * (1 + (long)(size / BucketWidth));
        into[0] = new(SlotOf(key, BucketSalt + bucket), tag, 1);
        into[1] = new(SlotOf(key, NumberSalt), tag, Math.CopySign(size, trait.Value.Number) / NumberScale);
        return 2;
    }

    private static ushort SlotOf(ulong key, long salt) =>
        (ushort)(RiskSlots.StateCount + (int)(Fingerprint.Of((long)key ^ (salt * unchecked((long)0x9e3779b97f4a7c15))) % Limits.TraitSlots));
}
