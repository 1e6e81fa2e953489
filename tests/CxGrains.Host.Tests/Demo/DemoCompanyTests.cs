using System.Text.RegularExpressions;
using CxGrains.Host.Demo.Company;
using CxGrains.Host.Demo.Surveys;

namespace CxGrains.Host.Tests.Demo;

public sealed partial class DemoCompanyTests
{
    private static readonly DemoCompany Company = DemoCompany.Create(20_260, 3_000);

    [Fact]
    public void Customers_have_ids_and_addresses_of_their_own_at_example_domains()
    {
        Assert.Equal(3_000, Company.Customers.Select(customer => customer.Id).Distinct().Count());
        Assert.Equal(3_000, Company.Customers.Select(customer => customer.Email).Distinct().Count());
        Assert.All(Company.Customers, customer => Assert.Matches(ExampleAddress(), customer.Email));
    }

    [Fact]
    public void Addresses_keep_every_letter_of_a_name() =>
        Assert.All(Company.Customers, customer => Assert.Equal(customer.Name.Length, customer.Email.Split('@')[0].TrimEnd("0123456789".ToCharArray()).Length));

    [Fact]
    public void There_are_250_accounts_with_members()
    {
        Assert.Equal(250, Company.Accounts.Select(account => account.Name).Distinct().Count());
        Assert.Equal(250, Company.Customers.Where(customer => customer.Account is not null).Select(customer => customer.Account).Distinct().Count());
    }

    [Fact]
    public void All_plans_countries_and_habits_occur()
    {
        var plans = Company.Customers.CountBy(customer => customer.Plan).ToDictionary();

        Assert.Equal(["enterprise", "free", "pro"], plans.Keys.Order(StringComparer.Ordinal));
        Assert.All(plans.Values, count => Assert.InRange(count, 150, 2_000));
        Assert.Equal(DemoCultures.All.Count, Company.Customers.Select(customer => customer.Culture).Distinct().Count());
        Assert.Equal(Enum.GetValues<DemoHabit>().Length, DemoCompany.Create(1, 7).Customers.Select(customer => customer.Habit).Distinct().Count());
    }

    [Fact]
    public void Segment_rules_are_well_formed() =>
        Assert.Equal(
            ["at-risk-enterprise", "promoters", "quiet-30-days", "big-spenders", "mobile-users"],
            DemoSegments.All().Select(segment => segment.Id));

    [GeneratedRegex(@"^[a-z0-9-]{2,}\.[a-z0-9-]{1,}@(example\.(com|org|net)|[a-z0-9-]+\.example)$")]
    private static partial Regex ExampleAddress();
}
