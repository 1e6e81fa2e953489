using System.IO.Compression;
using System.Text;

namespace CxGrains.Host.Tests.BadInput;

/// <summary>Bodies that no server should be made to hold.</summary>
internal static class Bodies
{
    private const int MiB = 1024 * 1024;

    /// <summary>An interaction with a property of 10 MB.</summary>
    public static string LargeProperty { get; } =
        $$$"""{"id":"large","customer":"ada","type":"visit","properties":{"note":"{{{new string('x', 10_000_000)}}}"}}""";

    /// <summary>A million lines, each as short as a line can be.</summary>
    public static string MillionLines { get; } = string.Concat(Enumerable.Repeat("{}\n", 1_000_000));

    /// <summary>12 MB of brackets that are never closed.</summary>
    public static string DeepNesting { get; } = new('[', 12_000_000);

    /// <summary>An array of 12 MB whose million elements are no interactions.</summary>
    public static string MillionNumbers { get; } = $"[{string.Join(',', Enumerable.Repeat("1234567890", 1_000_000))}]";

    /// <summary>256 MiB of blanks in a quarter of a megabyte.</summary>
    public static byte[] GzipBomb { get; } = Gzip(new string(' ', MiB), 256);

    /// <summary>A million good interactions in a few megabytes.</summary>
    public static byte[] GzipMillion { get; } = Gzip(string.Concat(Enumerable.Repeat("""{"customer":"ada","type":"visit"}""" + "\n", 10_000)), 100);

    /// <summary>A body as gzip.</summary>
    public static HttpContent Packed(byte[] gzip)
    {
        var content = new ByteArrayContent(gzip);
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static byte[] Gzip(string part, int times)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            for (var i = 0; i < times; i++)
            {
                gzip.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
