using System.Runtime.InteropServices;
using CxGrains.Domain.Index;

namespace CxGrains.Domain.Accounts;

/// <summary>
/// Some of the accounts that a part of the customers belongs to: those next behind an id, in the order of their ids. Whoever asks several parts
/// knows all of an account up to the last id that each of those gave which have more, and asks again from there.
/// </summary>
/// <param name="Accounts">The accounts, by id, ordinal; at most <see cref="Limits.AccountsSliceMax"/>.</param>
/// <param name="HasMore">Whether there are accounts behind them.</param>
public sealed record AccountSlice(IReadOnlyList<AccountSums> Accounts, bool HasMore)
{
    private const byte Version = 1;

    /// <summary>The next accounts of some customers.</summary>
    /// <param name="customers">The customers; those that lists do not show are passed over.</param>
    /// <param name="search">Text that an account's id must contain, letter case ignored; null for all.</param>
    /// <param name="after">The id that they are behind; null for the first.</param>
    /// <param name="look">How they are looked at.</param>
    /// <param name="accountsMax">Accounts at most, from 1.</param>
    public static AccountSlice Of(
        IEnumerable<CustomerEntry> customers, string? search, string? after, in AccountLook look, int accountsMax = Limits.AccountsSliceMax)
    {
        var next = NextIds.Of(customers, search, after, accountsMax);
        var accounts = new Dictionary<string, AccountSums>(StringComparer.Ordinal);
        foreach (var entry in customers)
        {
            if (entry is { IsListed: true, Account: { } account } && next.Holds(account))
            {
                ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(accounts, account, out _);
                sums ??= new AccountSums(account);
                sums.Add(entry, look);
            }
        }

        return new AccountSlice(InOrder(accounts), next.HasMore);
    }

    /// <summary>What some customers of one account come to; null where there are none.</summary>
    /// <param name="customers">Customers, of whichever accounts.</param>
    /// <param name="account">The account's id.</param>
    /// <param name="look">How they are looked at.</param>
    public static AccountSums? OfOne(IEnumerable<CustomerEntry> customers, string account, in AccountLook look)
    {
        AccountSums? sums = null;
        foreach (var entry in customers)
        {
            if (entry.IsListed && entry.Account == account)
            {
                sums ??= new AccountSums(account);
                sums.Add(entry, look);
            }
        }

        return sums;
    }

    /// <summary>Merges what several parts of the customers gave for one question: the accounts of which all is known. The parts are used up.</summary>
    public static AccountSlice Merge(IReadOnlyCollection<AccountSlice> parts)
    {
        string? complete = null;
        foreach (var part in parts.Where(part => part.HasMore))
        {
            var last = part.Accounts[^1].Id;
            complete = complete is null || string.CompareOrdinal(last, complete) < 0 ? last : complete;
        }

        var merged = new Dictionary<string, AccountSums>(StringComparer.Ordinal);
        foreach (var sums in parts.SelectMany(part => part.Accounts))
        {
            if (complete is null || string.CompareOrdinal(sums.Id, complete) <= 0)
            {
                ref var whole = ref CollectionsMarshal.GetValueRefOrAddDefault(merged, sums.Id, out var isKnown);
                if (isKnown)
                {
                    whole!.Add(sums);
                }
                else
                {
                    whole = sums;
                }
            }
        }

        return new AccountSlice(InOrder(merged), complete is not null);
    }

    /// <summary>Writes the accounts, the version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(HasMore);
        writer.Write7BitEncodedInt(Accounts.Count);
        foreach (var sums in Accounts)
        {
            sums.Encode(writer);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands at the first byte.</param>
    /// <param name="names">Shares names.</param>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static AccountSlice Decode(BinaryReader reader, NamePool names)
    {
        reader.ReadVersion("Account slice", Version);
        var hasMore = reader.ReadBoolean();
        var accounts = new AccountSums[reader.Read7BitEncodedInt()];
        foreach (ref var sums in accounts.AsSpan())
        {
            sums = AccountSums.Decode(reader, names);
        }

        return new AccountSlice(accounts, hasMore);
    }

    private static AccountSums[] InOrder(Dictionary<string, AccountSums> accounts)
    {
        var ids = accounts.Keys.ToArray();
        Array.Sort(ids, StringComparer.Ordinal);
        return Array.ConvertAll(ids, id => accounts[id]);
    }
}
