using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Domain.Settings;

namespace CxGrains.Benchmarks;

/// <summary>
/// What all scores cost an event with a million customers in memory: reading and folding it, with a learned model, targets and journeys, against a
/// loop that reads the same line and counts. Ratios of the same run, batch against batch; and the bytes of a customer at rest.
/// Run by <c>dotnet run -c Release --project load-tests/CxGrains.Benchmarks -- scores</c>.
/// </summary>
internal static class ScoreCost
{
    private const int Customers = 1_000_000;
    private const int BatchEvents = 1_000;
    private const int Batches = 1_000;
    private const long StartMs = 1_767_225_600_000;
    private const long StepMs = 40;

    private static readonly string[] Types = ["visit", "page", "feature_used", "search", "message", "purchase", "login", "email_opened"];
    private static readonly NamePool Names = new();
    private static readonly TimelineSources Sources = new();
    private static readonly Announcement Announced = new();
    private static readonly Dictionary<string, Customer> All = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Totals> Counted = new(StringComparer.Ordinal);
    private static readonly List<Interaction> Read = [];
    private static readonly List<Customer> Found = [];
    private static WorkspaceRules _rules = WorkspaceRules.None;
    private static long _row;
    private static long _nowMs = StartMs;

    // Kept so that what is read only to bring it near is not left out.
    private static long _touched;

    /// <summary>Measures and prints.</summary>
    public static void Run()
    {
        _rules = new WorkspaceRules([], Settings(), Learned());
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {Customers:N0} customers, model of {_rules.Model.Outcomes} outcomes");
        var random = new Random(7);
        foreach (var batch in Enumerable.Range(0, Customers).Chunk(BatchEvents))
        {
            // Everybody is known by traits first.
            Fold([.. batch.Select(number => Line(random, number, "identify"))]);
        }

        var all = _rules;
        Measure(random, "nothing decided or learned", WorkspaceRules.None);
        Measure(random, "a learned model, targets and journeys", all);
        Measure(random, "and seven alert rules, none on health", all with { Alerts = AlertRulesOf(EventRules) });
        Measure(random, "and eight, one on health", all with { Alerts = AlertRulesOf([.. EventRules, """{"type":"healthBelow","score":30}"""]) });
        foreach (var interactions in (int[])[5, 10, 20])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a customer at rest with {interactions} interactions and 6 traits: {BytesAtRest(interactions):F0} bytes (at most 1,024)"));
        }
    }

    private static void Measure(Random random, string what, WorkspaceRules rules)
    {
        _rules = rules;
        var (ours, reference) = (new double[Batches], new double[Batches]);
        for (var i = -100; i < Batches; i++)
        {
            var lines = Enumerable.Range(0, BatchEvents).Select(_ => Line(random, random.Next(Customers), Types[random.Next(Types.Length)])).ToList();
            var (a, b) = (Time(() => Count(lines)), Time(() => Fold(lines)));
            if (i >= 0)
            {
                (reference[i], ours[i]) = (a, b);
            }
        }

        Array.Sort(ours);
        Array.Sort(reference);
        var (median, referenceMedian) = (ours[Batches / 2], reference[Batches / 2]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: an event, median of {Batches} batches: {median:F2} us against {referenceMedian:F2} us, ratio {median / referenceMedian:F2} (at most 3)"));
    }

    private static readonly string[] EventRules =
    [
        """{"type":"riskBand","band":"medium"}""", """{"type":"detractor"}""", """{"type":"csatAtMost","score":2}""", """{"type":"slaBreach"}""",
        """{"type":"complaint"}""", """{"type":"noContact","days":30}""",
    ];

    private static AlertRules AlertRulesOf(IEnumerable<string> conditions) => conditions.Aggregate(
        AlertRules.Default, (rules, condition) => rules.With(AlertRuleReader.Read(JsonElement.Parse($"{{\"condition\":{condition}}}"), condition)));

    private static double Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / BatchEvents;
    }

    // As a partition's worker folds a request: all is read, the customers found and brought near, and then folded.
    private static void Fold(List<byte[]> lines)
    {
        Read.Clear();
        Found.Clear();
        foreach (var line in lines)
        {
            if (!InteractionReader.TryRead(line, _nowMs, Names, out var interaction, out var error))
            {
                throw new InvalidOperationException(error.ToString());
            }

            Read.Add(interaction!);
        }

        foreach (var interaction in Read)
        {
            ref var customer = ref CollectionsMarshal.GetValueRefOrAddDefault(All, interaction.Customer, out _);
            Found.Add(customer ??= new Customer(interaction.Customer));
        }

        foreach (var customer in Found)
        {
            _touched += customer.Touch();
        }

        for (var i = 0; i < Read.Count; i++)
        {
            CustomerFold.Fold(Found[i], Read[i], null, new FoldContext(Position.At(++_row, 0), _nowMs, true, _rules, Sources), Announced);
        }
    }

    private static void Count(List<byte[]> lines)
    {
        foreach (var line in lines)
        {
            var (customer, at, value) = ReadFew(line);
            ref var totals = ref CollectionsMarshal.GetValueRefOrAddDefault(Counted, customer, out _);
            totals = new Totals(totals.Count + 1, totals.Sum + value, at > totals.LastSeen ? at : totals.LastSeen);
        }
    }

    private static (string Customer, DateTimeOffset At, double Value) ReadFew(byte[] line)
    {
        var (customer, at, value) = ("", default(DateTimeOffset), 0.0);
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("customer"u8))
            {
                reader.Read();
                customer = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("at"u8))
            {
                reader.Read();
                at = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("value"u8))
            {
                reader.Read();
                value = reader.GetDouble();
            }
            else
            {
                reader.Skip();
            }
        }

        return (customer, at, value);
    }

    private static byte[] Line(Random random, int customer, string type)
    {
        _nowMs += StepMs;
        var at = Instants.ToTime(_nowMs);
        var more = type switch
        {
            "identify" => $$""","traits":{"plan":"{{(random.Next(3) == 0 ? "pro" : "free")}}","seats":{{random.Next(50)}},"country":"C{{random.Next(40)}}","trial":{{(random.Next(2) == 0 ? "true" : "false")}},"industry":"I{{random.Next(20)}}","name":"N{{customer}}"}""",
            "purchase" => $",\"value\":{random.Next(1, 200)},\"currency\":\"EUR\",\"channel\":\"web\"",
            "email_opened" => ",\"channel\":\"email\"",
            _ => $",\"channel\":\"{(random.Next(2) == 0 ? "web" : "mobile")}\",\"touchpoint\":\"t{random.Next(5)}\"",
        };
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $$"""{"id":"e{{_nowMs}}","customer":"customer-{{customer:D7}}","type":"{{type}}","at":"{{at:yyyy-MM-ddTHH:mm:ss.fffZ}}"{{more}}}"""));
    }

    private static WorkspaceSettings Settings() => WorkspaceSettings.Parse(JsonElement.Parse("""
        {"sla":[{"firstReplyMinutes":60,"resolutionMinutes":1440}],
         "journeys":[{"id":"buying","stages":[{"id":"looked","type":"visit"},{"id":"tried","type":"feature_used"},{"id":"bought","type":"purchase"}]},
                     {"id":"help","stages":[{"id":"searched","type":"search"},{"id":"asked","type":"message"}]}]}
        """));

    // Any outcomes will do: what a model costs does not depend on what it learned.
    private static PublishedModel Learned()
    {
        var random = new Random(1);
        var shard = new ModelShard(ChurnTarget.Default);
        for (var i = 0; i < 2 * PublishedModel.OutcomesMin; i++)
        {
            var inputs = new RiskInputs(new Rhythm(1 + random.Next(20), 20 + random.Next(200), StartMs), default, default, null, null, null, Purchases.None, 0, false);
            Trait[] traits = [new("plan", TraitValue.Of(i % 3 == 0 ? "pro" : "free")), new("seats", TraitValue.Of(random.Next(50))), new("country", TraitValue.Of($"C{random.Next(40)}"))];
            var prediction = PendingPrediction.Make(PublishedModel.Prior, ChurnTarget.Default, inputs, traits, StartMs + (random.Next(90) * (long)TimeSpan.MillisecondsPerDay));
            shard.Settle(prediction, random.Next(3) == 0, PublishedModel.Prior.LogOdds(prediction));
        }

        return PublishedModel.Learn(shard, 1) ?? throw new InvalidOperationException("The model was not learned.");
    }

    private static double BytesAtRest(int interactions)
    {
        var random = new Random(3);
        var bytes = 0L;
        for (var number = 0; number < 1_000; number++)
        {
            var id = Customers + number;
            Fold([Line(random, id, "identify")]);
            for (var i = 1; i < interactions; i++)
            {
                // Five days apart, so that a prediction waits for its outcome with most.
                _nowMs += 5 * (long)TimeSpan.MillisecondsPerDay;
                Fold([Line(random, id, Types[random.Next(Types.Length)])]);
            }

            All.Remove($"customer-{id:D7}", out var customer);
            bytes += StateEncoding.ToBytes(customer!, CustomerEncoding.Encode).Length;
        }

        return bytes / 1_000.0;
    }

    private readonly record struct Totals(long Count, double Sum, DateTimeOffset LastSeen);
}
