namespace CxGrains.Domain.Interactions;

/// <summary>The properties that may label an interaction on a timeline, the most telling first.</summary>
internal static class LabelKeys
{
    /// <summary>The rank of every other property; behind all ranks.</summary>
    public const int NoRank = 7;

    /// <summary>A property's rank, 0 the best.</summary>
    public static int RankOf(ReadOnlySpan<byte> key) => key.Length switch
    {
        5 when key.SequenceEqual("title"u8) => 0,
        7 when key.SequenceEqual("subject"u8) => 1,
        7 when key.SequenceEqual("feature"u8) => 2,
        5 when key.SequenceEqual("query"u8) => 3,
        4 when key.SequenceEqual("name"u8) => 4,
        7 when key.SequenceEqual("product"u8) => 5,
        4 when key.SequenceEqual("path"u8) => 6,
        _ => NoRank,
    };
}
