using System.Text;
using System.Text.Json;
using CxGrains.Domain;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Host.Demo;
using CxGrains.Host.Demo.Behaviour;
using CxGrains.Host.Demo.Company;

namespace CxGrains.Host.Tests.Demo;

/// <summary>The default company's year as a sender would send it and the server would read it, made once for all tests.</summary>
public sealed class DemoYear
{
    /// <summary>The demo's start of all tests.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 18, 14, 30, 0, TimeSpan.Zero);

    public DemoYear()
        : this(Now)
    {
    }

    internal DemoYear(DateTimeOffset now)
    {
        var nowMs = now.ToUnixTimeMilliseconds();
        var options = new DemoOptions();
        Company = DemoCompany.Create(options.Seed, options.Customers);
        var names = new NamePool();
        foreach (var interaction in new DemoHistory(Company, options.Seed, nowMs).Interactions())
        {
            var line = Json(interaction, DemoIds.OfHistory(Read.Count));
            Assert.True(
                InteractionReader.TryRead(line, nowMs, names, out var read, out var error),
                $"{Encoding.UTF8.GetString(line)}: {error}");
            Read.Add(read!);
        }
    }

    internal static long NowMs => Now.ToUnixTimeMilliseconds();

    internal DemoCompany Company { get; }

    /// <summary>All interactions of the history as the server read them.</summary>
    internal List<Interaction> Read { get; } = [];

    /// <summary>Every customer's rhythm, counted here from its active UTC days.</summary>
    internal Dictionary<string, Rhythm> Rhythms() => Read
        .Where(interaction => interaction.Kind != InteractionKind.Passive)
        .GroupBy(interaction => interaction.Customer)
        .ToDictionary(
            group => group.Key,
            group =>
            {
                var lastMs = group.Max(interaction => interaction.AtMs);
                var last = Instants.DayOf(lastMs);
                var days = group.Select(interaction => Instants.DayOf(interaction.AtMs)).Where(day => day > last - Limits.RhythmDaysMax).Distinct().ToList();
                return new Rhythm(days.Count, last - days.Min(), lastMs);
            });

    internal static byte[] Json(DemoInteraction interaction, string id)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            interaction.WriteTo(writer, id);
        }

        return buffer.ToArray();
    }
}
