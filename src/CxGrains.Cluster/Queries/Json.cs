using System.Text.Json;

namespace CxGrains.Cluster.Queries;

/// <summary>A view, or a part of one, on its way between silos. Views are the contract's records, which know nothing of Orleans, and JSON is what they are made for.</summary>
[GenerateSerializer, Immutable, Alias("cx.Json")]
internal sealed class Json
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    /// <summary>The JSON.</summary>
    [Id(0)]
    public required byte[] Utf8 { get; init; }

    /// <summary>Of a view.</summary>
    public static Json Of<T>(T view) => new() { Utf8 = JsonSerializer.SerializeToUtf8Bytes(view, Options) };

    /// <summary>The view.</summary>
    public T Open<T>() => JsonSerializer.Deserialize<T>(Utf8, Options)!;
}
