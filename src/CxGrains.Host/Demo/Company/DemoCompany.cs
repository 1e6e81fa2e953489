using System.Globalization;
using System.Text;

namespace CxGrains.Host.Demo.Company;

/// <summary>
/// "Larkfield Home", an invented seller of home goods with private customers, design studios on the plan <c>pro</c>
/// and hotel chains on <c>enterprise</c>. Follows from the seed alone.
/// </summary>
internal sealed class DemoCompany
{
    // One business for so many customers: 250 for 3,000.
    private const int CustomersAnAccount = 12;
    private const double BusinessShare = 0.38;
    private const double EnterpriseAccounts = 0.16;

    // Contracts run a year; some are late.
    private const int OverdueDaysMax = -15;
    private const int RenewsInDaysMax = 350;

    private const string Accented = "áàâãäåąçćčéèêëęğíìîïıłñńóòôõöøōśşúùûüýźż";
    private const string Plain = "aaaaaaaccceeeeegiiiiilnnooooooossuuuuyzz";

    private static readonly string[] StudioWords = ["Studio", "Atelier", "Interiors", "Design", "Living", "Spaces"];
    private static readonly string[] HotelWords = ["Hotels", "Resorts", "Hospitality", "Residences", "Group"];

    private static readonly string[] NameWords =
    [
        "Aurora", "Birch", "Cedar", "Dune", "Ember", "Fjord", "Grove", "Harbour", "Iris", "Juniper", "Kestrel", "Linden", "Meadow",
        "Nordlys", "Opal", "Pebble", "Quarry", "Rowan", "Solstice", "Tidal", "Umber", "Vista", "Willow", "Yarrow", "Zephyr",
    ];

    private DemoCompany(IReadOnlyList<DemoAccount> accounts, IReadOnlyList<DemoCustomer> customers)
    {
        Accounts = accounts;
        Customers = customers;
    }

    /// <summary>The businesses.</summary>
    public IReadOnlyList<DemoAccount> Accounts { get; }

    /// <summary>The customers, by index.</summary>
    public IReadOnlyList<DemoCustomer> Customers { get; }

    /// <summary>The company of a seed.</summary>
    /// <param name="seed">Equal seeds give equal companies.</param>
    /// <param name="customers">How many customers.</param>
    public static DemoCompany Create(int seed, int customers)
    {
        var accounts = CreateAccounts(seed, DemoRandom.Of(seed, -1), Math.Max(1, customers / CustomersAnAccount));
        var emails = new HashSet<string>(StringComparer.Ordinal);
        var people = new List<DemoCustomer>(customers);
        var members = 0;
        for (var index = 0; index < customers; index++)
        {
            var random = DemoRandom.Of(seed, index);

            // Each account gets one member before any gets another.
            var account = !random.Chance(BusinessShare) ? null : members < accounts.Count ? accounts[members] : random.Pick(accounts);
            members += account is null ? 0 : 1;
            people.Add(CreateCustomer(random, index, account, emails));
        }

        return new DemoCompany(accounts, people);
    }

    private static List<DemoAccount> CreateAccounts(int seed, DemoRandom random, int count)
    {
        var accounts = new List<DemoAccount>(count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (accounts.Count < count)
        {
            var isEnterprise = accounts.Count < count * EnterpriseAccounts;
            var name = $"{random.Pick(NameWords)} {random.Pick(isEnterprise ? HotelWords : StudioWords)}";
            if (!names.Add(name))
            {
                name = $"{random.Pick(NameWords)} & {name}";
                if (!names.Add(name))
                {
                    continue;
                }
            }

            var renewsInDays = DemoRandom.Of(seed, -2, accounts.Count).Whole(OverdueDaysMax, RenewsInDaysMax);
            accounts.Add(new DemoAccount(name, Ascii(name) + ".example", isEnterprise ? "enterprise" : "pro", renewsInDays));
        }

        return accounts;
    }

    private static DemoCustomer CreateCustomer(DemoRandom random, int index, DemoAccount? account, HashSet<string> emails)
    {
        var culture = DemoCultures.All[random.Weighted([.. DemoCultures.All.Select(item => item.Weight)])];
        var given = random.Pick(culture.Given);
        var family = random.Pick(culture.Family);
        var habit = HabitOf(random, index);
        var isGoing = habit is DemoHabit.Fading or DemoHabit.Drifting or DemoHabit.Lost or DemoHabit.Gone;

        // Those who leave came often: only then does a few weeks' silence say something.
        var gapDays = isGoing ? random.Between(3, 9) : Math.Clamp(19 * Math.Exp(0.55 * random.Normal()), 4, 60);
        return new DemoCustomer
        {
            Index = index,
            Id = string.Create(CultureInfo.InvariantCulture, $"cust-{index + 10_001}"),
            Name = $"{given} {family}",
            Email = EmailOf($"{Ascii(given)}.{Ascii(family)}", account?.Domain ?? random.Pick(["example.com", "example.org", "example.net"]), emails),
            Culture = culture,
            Plan = account?.Plan ?? (random.Chance(0.12) ? "pro" : "free"),
            Account = account,
            Channel = ChannelOf(random, account is not null),
            Habit = habit,
            GapDays = gapDays,
            JoinedDaysAgo = habit switch
            {
                DemoHabit.New => random.Whole(3, 30),
                _ when isGoing || random.Chance(0.7) => DemoPlan.HistoryDays,
                _ => random.Whole(31, DemoPlan.HistoryDays),
            },
            Contentment = random.Normal() - (isGoing ? 0.9 : 0),
        };
    }

    // The first few customers have a habit each, so that a small company shows all of them too.
    private static DemoHabit HabitOf(DemoRandom random, int index)
    {
        var habit = (DemoHabit)random.Weighted(0.775, 0.06, 0.05, 0.05, 0.01, 0.018, 0.037);
        return index < 7 ? (DemoHabit)index : habit;
    }

    private static string ChannelOf(DemoRandom random, bool isBusiness) => isBusiness
        ? DemoChannels.All[random.Weighted(55, 18, 15, 8, 4)]
        : DemoChannels.All[random.Weighted(36, 38, 10, 6, 10)];

    private static string EmailOf(string local, string domain, HashSet<string> taken)
    {
        var email = $"{local}@{domain}";
        for (var number = 2; !taken.Add(email); number++)
        {
            email = string.Create(CultureInfo.InvariantCulture, $"{local}{number}@{domain}");
        }

        return email;
    }

    // Letters and digits only. The program runs without the tables that take accents off, so the letters that occur are named.
    private static string Ascii(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            var accent = Accented.IndexOf(c, StringComparison.Ordinal);
            var letter = accent >= 0 ? Plain[accent] : c;
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(letter);
            }
            else if (letter == ' ' && plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }

        return plain.ToString();
    }
}
