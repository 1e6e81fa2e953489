using System.Globalization;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using CxGrains.Tests;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>The telecom customers, in the order of the file: their traits, and whether they left.</summary>
internal static class TelcoCustomers
{
    public const string File = "telco_churn.csv";

    /// <summary>Explicit: the table says who left.</summary>
    public static readonly ChurnTarget Target = new(90, ChurnMode.Cancellation);

    // The table has no dates: each customer is asked about at the moment of its one visit.
    private static readonly long AtMs = Instants.StartOfDayMs(20_000);
    private static readonly RiskInputs Inputs =
        new(new Rhythm(1, 0, AtMs), default, default, null, null, null, Purchases.None, 0, false);

    public static IReadOnlyList<TelcoCustomer> Read()
    {
        var lines = PublicDataFactAttribute.ReadLines(File);
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => Of(names, line.Split(',')))];
    }

    public static PendingPrediction Predict(TelcoCustomer customer, PublishedModel model) =>
        PendingPrediction.Make(model, Target, Inputs, customer.Traits, AtMs);

    private static TelcoCustomer Of(string[] names, string[] fields)
    {
        var traits = new List<Trait>();
        for (var i = 1; i < fields.Length - 1; i++)
        {
            if (!string.IsNullOrWhiteSpace(fields[i]))
            {
                traits.Add(new Trait(names[i], double.TryParse(fields[i], CultureInfo.InvariantCulture, out var number) ? TraitValue.Of(number) : TraitValue.Of(fields[i])));
            }
        }

        return new(fields[0], [.. traits], fields[^1] == "Yes");
    }
}
