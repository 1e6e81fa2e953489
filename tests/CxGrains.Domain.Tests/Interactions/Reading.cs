using System.Text;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Tests.Interactions;

/// <summary>Reads events in tests, at one receive time.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset Received = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly long ReceivedMs = Received.ToUnixTimeMilliseconds();

    public static readonly NamePool Names = new();

    /// <summary>An event of a type that asks for nothing more, with further members.</summary>
    public static string Visit(string members) => $$"""{"customer":"c1","type":"visit",{{members}}}""";

    public static string OfType(string type, string members) => $$"""{"customer":"c1","type":"{{type}}",{{members}}}""";

    public static Interaction Accept(string json)
    {
        Assert.True(InteractionReader.TryRead(Encoding.UTF8.GetBytes(json), ReceivedMs, Names, out var interaction, out var error), error.ToString());
        Assert.Equal(default, error);
        return interaction!;
    }

    public static InteractionError Reject(string json) => Reject(Encoding.UTF8.GetBytes(json));

    public static InteractionError Reject(byte[] utf8)
    {
        Assert.False(InteractionReader.TryRead(utf8, ReceivedMs, Names, out var interaction, out var error));
        Assert.Null(interaction);
        return error;
    }

    /// <summary>The error names the field and its problem holds each of the texts.</summary>
    public static void AssertError(InteractionError error, string field, params string[] texts)
    {
        Assert.Equal(field, error.Field);
        Assert.All(texts, text => Assert.Contains(text, error.Problem, StringComparison.Ordinal));
    }
}
