using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CxGrains.Cli.Import.Files;

/// <summary>Writes one JSON document after the other through the same buffer.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Writes into the buffer.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>An empty buffer. Letters beyond ASCII stay as they are: the receiver is no web page, and they take fewer bytes.</summary>
    public JsonBuffer() => Writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        _buffer.ResetWrittenCount();
        Writer.Reset();
    }

    /// <summary>The bytes written since <see cref="Clear"/>.</summary>
    public byte[] ToArray()
    {
        Writer.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes one document and gives its bytes.</summary>
    public byte[] Take(Action<Utf8JsonWriter> write)
    {
        Clear();
        write(Writer);
        return ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => Writer.Dispose();
}
