namespace CxGrains.Domain.Tests;

/// <summary>State as bytes and back.</summary>
internal static class Bytes
{
    public static byte[] Of(Action<BinaryWriter> encode)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            encode(writer);
        }

        return stream.ToArray();
    }

    public static T Read<T>(byte[] bytes, Func<BinaryReader, NamePool, T> decode)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var state = decode(reader, new NamePool());
        Assert.Equal(bytes.Length, reader.BaseStream.Position);
        return state;
    }
}
