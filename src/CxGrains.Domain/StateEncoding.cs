namespace CxGrains.Domain;

/// <summary>What the entities' encodings share beyond <see cref="BinaryWriter"/> and <see cref="BinaryReader"/>.</summary>
public static class StateEncoding
{
    [ThreadStatic]
    private static BinaryWriter? _writer;

    /// <summary>What an encoding writes, as bytes. The stream it is written to is used again and again.</summary>
    /// <param name="state">What is written; the encoding must not call this method itself.</param>
    /// <param name="encode">The encoding.</param>
    public static byte[] ToBytes<T>(T state, Action<T, BinaryWriter> encode)
    {
        var writer = _writer ??= new BinaryWriter(new MemoryStream());
        var stream = (MemoryStream)writer.BaseStream;
        stream.SetLength(0);
        encode(state, writer);
        return stream.ToArray();
    }

    /// <summary>Writes a text that may be absent.</summary>
    public static void WriteOptional(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    /// <summary>Reads a text that may be absent.</summary>
    public static string? ReadOptional(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    /// <summary>Reads a name that recurs.</summary>
    public static string ReadShared(this BinaryReader reader, NamePool names) => names.Share(reader.ReadString());

    /// <summary>Reads a name that recurs and may be absent.</summary>
    public static string? ReadOptionalShared(this BinaryReader reader, NamePool names) => reader.ReadBoolean() ? reader.ReadShared(names) : null;

    /// <summary>Writes texts, how many first.</summary>
    public static void WriteTexts(this BinaryWriter writer, IReadOnlyCollection<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    /// <summary>Reads what <see cref="WriteTexts"/> wrote.</summary>
    public static string[] ReadTexts(this BinaryReader reader)
    {
        var texts = new string[reader.Read7BitEncodedInt()];
        foreach (ref var text in texts.AsSpan())
        {
            text = reader.ReadString();
        }

        return texts;
    }

    /// <summary>Reads the version byte that every encoding begins with.</summary>
    /// <exception cref="StateFormatException">The version is newer than this program's, or 0.</exception>
    public static int ReadVersion(this BinaryReader reader, string entity, int newest)
    {
        var version = reader.ReadByte();
        return version >= 1 && version <= newest ? version : throw new StateFormatException(entity, version, newest);
    }
}
