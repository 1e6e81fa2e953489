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
        var found = new Dictionary<string, AccountSums?>(StringComparer.Ordinal);
        foreach (var entry in customers)
        {
            if (entry is { IsListed: true, Account: { } account } && !found.ContainsKey(account) && Matches(account, search, after))
            {
                found.Add(account, null);
            }
        }

        // Only who is told of is scored: a partition of very many accounts is asked several times.
        var ids = found.Keys.ToArray();
        Array.Sort(ids, StringComparer.Ordinal);
        foreach (var id in ids.Take(accountsMax))
        {
            found[id] = new AccountSums(id);
        }

        foreach (var entry in customers)
        {
            if (entry is { IsListed: true, Account: { } account } && found.GetValueOrDefault(account) is { } sums)
            {
                sums.Add(entry, look);
            }
        }

        return new AccountSlice([.. ids.Take(accountsMax).Select(id => found[id]!)], ids.Length > accountsMax);
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

    /// <summary>Merges what several parts of the customers gave for one question: the accounts of which all is known.</summary>
    public static AccountSlice Merge(IReadOnlyCollection<AccountSlice> parts)
    {
        string? complete = null;
        foreach (var part in parts.Where(part => part.HasMore))
        {
            var last = part.Accounts[^1].Id;
            complete = complete is null || string.CompareOrdinal(last, complete) < 0 ? last : complete;
        }

        var merged = new SortedDictionary<string, AccountSums>(StringComparer.Ordinal);
        foreach (var sums in parts.SelectMany(part => part.Accounts))
        {
            if (complete is not null && string.CompareOrdinal(sums.Id, complete) > 0)
            {
                continue;
            }

            if (!merged.TryGetValue(sums.Id, out var whole))
            {
                merged.Add(sums.Id, whole = new AccountSums(sums.Id));
            }

            whole.Add(sums);
        }

        return new AccountSlice([.. merged.Values], complete is not null);
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

    private static bool Matches(string account, string? search, string? after) =>
        (after is null || string.CompareOrdinal(account, after) > 0)
        && (search is null || account.Contains(search, StringComparison.OrdinalIgnoreCase));
}
