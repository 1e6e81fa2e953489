using CxGrains.Domain.Accounts;
using CxGrains.Domain.Index;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Accounts;

public class AccountSliceTests
{
    private static readonly AccountLook Now = new(NoonMs, IsNow: true, Instants.DayOf(NoonMs) - 89);

    [Fact]
    public void Asked_on_from_slice_to_slice_all_parts_tell_each_account_once_and_whole() => Law.Holds(
        from accounts in Gen.Choose(0, 12).ArrayOf()
        from parts in Gen.Choose(1, 4)
        from accountsMax in Gen.Choose(1, 3)
        select (accounts, parts, accountsMax),
        given =>
        {
            var customers = given.accounts.Select((account, i) => MemberOf($"a{account}", $"c{i}")).ToList();
            var told = new List<AccountSums>();
            AccountSlice merged;
            string? from = null;
            do
            {
                merged = AccountSlice.Merge(
                [
                    .. Enumerable.Range(0, given.parts).Select(part => AccountSlice.Of(
                        customers.Where((_, i) => i % given.parts == part), null, from, Now, given.accountsMax)),
                ]);
                told.AddRange(merged.Accounts);
                from = told.LastOrDefault()?.Id;
            }
            while (merged.HasMore);

            return told.Select(sums => (sums.Id, sums.Customers)).SequenceEqual(given.accounts
                .GroupBy(account => $"a{account}")
                .OrderBy(account => account.Key, StringComparer.Ordinal)
                .Select(account => (account.Key, account.LongCount())));
        },
        runs: 50);

    [Fact]
    public void A_search_finds_accounts_whatever_their_case()
    {
        CustomerEntry[] customers = [MemberOf("Acme North", "ada"), MemberOf("ACME", "bob"), MemberOf("Globex", "cy")];

        Assert.Equal(["ACME", "Acme North"], AccountSlice.Of(customers, "acme", null, Now).Accounts.Select(sums => sums.Id));
    }

    [Fact]
    public void Customers_that_lists_do_not_show_and_those_without_an_account_do_not_count()
    {
        var gone = MemberOf("acme", "ada");
        gone.Erase();

        Assert.Empty(AccountSlice.Of([gone, AccountCustomer.Of("bob", Line("i", "visit", NoonMs))], null, null, Now).Accounts);
        Assert.Null(AccountSlice.OfOne([gone], "acme", Now));
    }

    private static CustomerEntry MemberOf(string account, string id) =>
        AccountCustomer.Of(id, Line("g", "group", NoonMs, $"\"account\":\"{account}\""), Line("v", "visit", NoonMs));
}
