using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Domain.Accounts;

namespace CxGrains.Cluster.Queries;

/// <summary>An <see cref="AccountPart"/> on its way between silos.</summary>
/// <param name="Sums">The sums in the domain's encoding; null where there are none.</param>
/// <param name="Members">The first customers.</param>
/// <param name="Alerts">The alerts.</param>
internal sealed record AccountAnswer(byte[]? Sums, CustomerMatches Members, AlertsPart Alerts)
{
    /// <summary>Of a part.</summary>
    public static AccountAnswer Of(AccountPart part) => new(
        part.Sums is { } sums ? StateEncoding.ToBytes(sums, static (sums, writer) => sums.Encode(writer)) : null, part.Members, part.Alerts);

    /// <summary>The part.</summary>
    /// <param name="names">Shares names.</param>
    public AccountPart ToPart(NamePool names) => new(
        Sums is { } bytes ? AccountSums.Decode(new BinaryReader(new MemoryStream(bytes)), names) : null, Members, Alerts);
}
