namespace CxGrains.Cli.Import.Files;

/// <summary>The lines of a UTF-8 file as bytes, with a bound on one line: a longer one is passed over, not held.</summary>
internal sealed class Utf8Lines(Stream stream) : IDisposable
{
    /// <summary>Bytes one line may have.</summary>
    public const int LineBytesMax = 1024 * 1024;

    /// <summary>What to say of a longer one.</summary>
    public static readonly string TooLong = $"is longer than {LineBytesMax} bytes";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly byte[] _buffer = new byte[LineBytesMax + 1];
    private int _start;
    private int _end;

    /// <summary>The line's number, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line without its end; valid until the next read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line was longer than <see cref="LineBytesMax"/>; <see cref="Line"/> is then empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Goes to the next line; false at the end of the file.</summary>
    public bool Read()
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                return Take(searched + length, 1);
            }

            searched = _end - _start;
            if (searched == _buffer.Length)
            {
                // Drop what does not fit, but go on to the line's end, so that the next line is whole.
                IsTooLong = true;
                _start = _end;
                searched = 0;
            }

            if (!Fill())
            {
                return (searched > 0 || IsTooLong) && Take(searched, 0);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private bool Take(int length, int endBytes)
    {
        var line = _buffer.AsMemory(_start, IsTooLong ? 0 : length);
        _start += length + endBytes;
        Number++;

        if (Number == 1 && line.Span.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        Line = line.Length > 0 && line.Span[^1] == (byte)'\r' ? line[..^1] : line;
        return true;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
