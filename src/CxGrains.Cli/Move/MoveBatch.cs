using System.IO.Compression;
using CxGrains.Abstractions.Moving;

namespace CxGrains.Cli.Move;

/// <summary>Parts of one request. A part that is larger than the bound goes alone.</summary>
internal sealed class MoveBatch
{
    /// <summary>Bytes of one request before compression, with room to spare below what a server takes.</summary>
    public const int BytesMax = 2 * 1024 * 1024;

    private readonly List<byte[]> _lines = [];
    private int _bytes;

    /// <summary>The parts.</summary>
    public List<MovedPart> Parts { get; } = [];

    /// <summary>Whether another line does not fit any more.</summary>
    public bool IsFullWith(byte[] line) => _lines.Count > 0 && _bytes + line.Length + 1 > BytesMax;

    /// <summary>Adds a part with its line.</summary>
    public void Add(MovedPart part, byte[] line)
    {
        Parts.Add(part);
        _lines.Add(line);
        _bytes += line.Length + 1;
    }

    /// <summary>The request's body, compressed.</summary>
    public byte[] ToBody()
    {
        using var buffer = new MemoryStream(_bytes / 2);
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            foreach (var line in _lines)
            {
                gzip.Write(line);
                gzip.WriteByte((byte)'\n');
            }
        }

        return buffer.ToArray();
    }
}
