using System.Text;
using System.Text.Json;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Surveys;
using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

/// <summary>Whatever the bytes: reading never throws, and what is accepted keeps every limit.</summary>
public class ReaderFuzzTests
{
    private static readonly string[] Seeds =
    [
        """{"id":"e-1","customer":"c1","type":"purchase","at":"2026-07-01T11:00:00Z","channel":"web","touchpoint":"checkout","value":129.9,"currency":"EUR","properties":{"title":"Blue \u00e9 shoes","items":[1,{"a":null}]}}""",
        """{"id":17,"customer":"c1","type":"survey_response","survey":"s1","metric":"csat","scale":7,"score":6,"comment":"so\nso","response":"r","revision":2}""",
        """{"customer":"c1","type":"survey_sent","survey":"s1","at":1782900000000}""",
        """{"customer":"c1","type":"identify","traits":{"plan":"pro","seats":12,"vip":true,"gone":null}}""",
        """{"customer":"c1","type":"consent","purpose":"email","granted":false}""",
        """{"customer":"c1","type":"group","account":"acme"}""",
    ];

    /// <summary>Values that have broken parsers before, put in the place of a seed's values.</summary>
    private static readonly string[] Pieces =
    [
        "null", "true", "1e999", "-0", "8.0", "9223372036854775808", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "{}", "[]", "[[[[[[[[[[[[[[[[[[[[", "\"survey_response\"",
        "\"nps\"", "\"\\uD83D\\uDE00\"", "NaN", "\"a", "}", ",", ":", "\\", "{\"a\":{\"b\":[\"c\"]}}", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-07-01T11:00:00\"",
    ];

    private static readonly string Long = "\"" + new string('x', 5000) + "\"";

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(1);
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            ReadAndCheck(bytes);
        }
    }

    [Fact]
    public void Valid_events_with_changed_bytes_never_throw_and_keep_the_limits()
    {
        var random = new Random(2);
        for (var round = 0; round < 100_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]).ToList();
            for (var change = random.Next(4); change >= 0; change--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes[at] ^= (byte)(1 << random.Next(8));
                        break;
                    case 2:
                        bytes.RemoveRange(at, Math.Min(bytes.Count - at - 1, random.Next(8)));
                        break;
                    default:
                        bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(32))));
                        break;
                }
            }

            ReadAndCheck([.. bytes]);
        }
    }

    [Fact]
    public void Valid_events_with_hostile_values_never_throw_and_keep_the_limits()
    {
        var random = new Random(3);
        var accepted = 0;
        for (var round = 0; round < 100_000; round++)
        {
            var parts = Seeds[random.Next(Seeds.Length)].Split(',');
            var at = random.Next(parts.Length);
            var name = parts[at].LastIndexOf("\":", StringComparison.Ordinal);
            var piece = random.Next(20) == 0 ? Long : Pieces[random.Next(Pieces.Length)];
            parts[at] = (name < 0 ? parts[at] : parts[at][..(name + 2)]) + piece + (at == parts.Length - 1 ? "}" : "");
            accepted += ReadAndCheck(Encoding.UTF8.GetBytes(string.Join(',', parts))) ? 1 : 0;
        }

        // Were all refused, the limits of accepted events would not have been looked at.
        Assert.InRange(accepted, 5_000, 95_000);
    }

    private static bool ReadAndCheck(byte[] bytes)
    {
        InteractionReader.TryReadId(bytes);
        if (!InteractionReader.TryRead(bytes, ReceivedMs, Names, out var interaction, out var error))
        {
            Assert.Null(interaction);
            Assert.False(string.IsNullOrEmpty(error.Field));
            Assert.InRange(error.Problem.Length, 1, 400);
            return false;
        }

        Assert.Equal(default, error);
        using var strict = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Limits.JsonDepthMax });
        Assert.Equal(JsonValueKind.Object, strict.RootElement.ValueKind);
        AssertWithinLimits(interaction!);
        return true;
    }

    private static void AssertWithinLimits(Interaction interaction)
    {
        AssertLine(interaction.Customer, Limits.IdCharsMax);
        AssertLine(interaction.Type, Limits.NameCharsMax);
        AssertLine(interaction.Channel, Limits.NameCharsMax);
        AssertLine(interaction.Touchpoint, Limits.NameCharsMax);
        AssertLine(interaction.Account, Limits.IdCharsMax);
        Assert.InRange(interaction.AtMs, 631_152_000_000, ReceivedMs + (Limits.FutureMinutesMax * 60_000L));
        Assert.InRange(interaction.Value ?? 0, interaction.Type is "purchase" or "refund" ? 0 : -Limits.ValueMax, Limits.ValueMax);
        Assert.True(interaction.Currency is null || (interaction.Currency.Length == 3 && interaction.Currency.All(char.IsAsciiLetterUpper)));
        Assert.True(interaction.Label is null or { Length: > 0 and <= Limits.LabelCharsMax });
        Assert.Equal(interaction.Type is "survey_response" or "survey_sent", interaction.Answer is not null);
        Assert.Equal(interaction.Type is "identify" or "consent", interaction.Traits is not null);
        Assert.Equal(interaction.Type is "group", interaction.Account is not null);
        Assert.True(interaction.Type is not ("alias" or "erase"));

        if (interaction.Answer is { } answer)
        {
            AssertLine(answer.Survey, Limits.IdCharsMax);
            AssertLine(answer.Response, Limits.IdCharsMax);
            Assert.InRange(answer.Score, 0, answer.Scale ?? Limits.ScaleMax);
            Assert.InRange(answer.Scale ?? Limits.ScaleMin, Limits.ScaleMin, Limits.ScaleMax);
            Assert.InRange(answer.Revision, 0, 1_000_000);
            Assert.True(answer.Comment is null or { Length: > 0 and <= Limits.CommentCharsMax });
        }

        foreach (var trait in interaction.Traits ?? [])
        {
            AssertLine(trait.Key, Limits.NameCharsMax);
            Assert.InRange(trait.Value.Text?.Length ?? 0, 0, Limits.TraitCharsMax);
            Assert.True(double.IsFinite(trait.Value.Number));
        }
    }

    private static void AssertLine(string? text, int charsMax)
    {
        if (text is not null)
        {
            Assert.InRange(text.Length, 1, charsMax);
            Assert.Equal(text.Trim(), text);
            Assert.DoesNotContain(text, c => c < ' ');
        }
    }
}
