using System.Buffers;
using System.Text.Json;
using CxGrains.Web.Ingest;

namespace CxGrains.Web.Connectors;

/// <summary>Interactions that a connector writes, one line each, with the event that each comes from.</summary>
/// <param name="budget">What its buffer is counted against.</param>
internal sealed class LineBatch(IngestBudget budget) : IBufferWriter<byte>, IDisposable
{
    /// <summary>Bytes of all lines at once. What is taken in is bounded before and never becomes this much longer.</summary>
    public const int BytesMax = 64 * 1024 * 1024;

    private const int RoomBytesMin = 4 * 1024;

    private readonly PooledBody _body = new(budget);
    private Utf8JsonWriter? _writer;
    private int _start;

    /// <summary>The lines.</summary>
    public Memory<byte> Bytes => _body.Bytes;

    /// <summary>Where each line lies.</summary>
    public List<Range> Lines { get; } = [];

    /// <summary>The event that each line comes from, by its place in the request; negative for a line that follows from events and is not one.</summary>
    public List<int> Origins { get; } = [];

    /// <summary>Begins a line.</summary>
    /// <returns>A writer that stands inside the interaction's object.</returns>
    public Utf8JsonWriter Begin()
    {
        _start = _body.Length;
        if (_writer is null)
        {
            _writer = new Utf8JsonWriter(this, new JsonWriterOptions { SkipValidation = true });
        }
        else
        {
            _writer.Reset(this);
        }

        _writer.WriteStartObject();
        return _writer;
    }

    /// <summary>Ends the line.</summary>
    /// <param name="origin">The event it comes from; negative for none.</param>
    public void End(int origin)
    {
        _writer!.WriteEndObject();
        _writer.Flush();
        Lines.Add(new Range(_start, _body.Length));
        Origins.Add(origin);
    }

    /// <summary>Takes the line back that was begun.</summary>
    public void Undo()
    {
        _writer!.Reset(this);
        _body.CutTo(_start);
    }

    /// <inheritdoc/>
    public void Advance(int count) => _body.Advance(count);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => _body.RoomFor(Math.Max(sizeHint, RoomBytesMin), BytesMax);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _body.Dispose();
    }
}
