using System.Collections;
using System.Globalization;
using System.Reflection;

namespace CxGrains.Cluster.Tests.Wire;

/// <summary>What a serialized object holds, as text: two that hold the same read the same.</summary>
internal static class ByValue
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        byte[] bytes => Convert.ToHexString(bytes),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Of))}]",
        _ when WireTypes.Serialized.Contains(value.GetType()) => $"{{{string.Join(", ", MembersOf(value))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<string> MembersOf(object value) =>
        from member in WireTypes.MembersOf(value.GetType())
        select $"{member.Name}: {Of(((PropertyInfo)member).GetValue(value))}";
}
