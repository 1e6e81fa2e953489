using System.Text.Json;

namespace CxGrains.Cluster.Queries;

/// <summary>A view, or a part of one, on its way between silos. Views are the contract's records, which know nothing of Orleans, and JSON is what they are made for.</summary>
/// <typeparam name="T">The view.</typeparam>
/// <param name="Utf8">Its JSON.</param>
[GenerateSerializer, Immutable, Alias("cx.Json`1")]
internal readonly record struct Json<T>([property: Id(0)] byte[] Utf8)
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    /// <summary>Of a view.</summary>
    public static Json<T> Of(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, Options));

    /// <summary>The view.</summary>
    public T Open() => JsonSerializer.Deserialize<T>(Utf8, Options)!;
}
