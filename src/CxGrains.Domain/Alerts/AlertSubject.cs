using System.Text.Json.Serialization;

namespace CxGrains.Domain.Alerts;

/// <summary>What an alert is about.</summary>
/// <param name="Type">Of what kind it is.</param>
/// <param name="Id">Its id; null for the workspace, of which there is one.</param>
public sealed record AlertSubject(AlertSubjectKind Type, string? Id)
{
    /// <summary>It in a line, as in an alert's id: <c>survey:nps</c>, <c>workspace</c>.</summary>
    [JsonIgnore]
    public string Key => Id is null ? WordOf(Type) : $"{WordOf(Type)}:{Id}";

    /// <summary>Writes it.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write((byte)Type);
        writer.WriteOptional(Id);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static AlertSubject Decode(BinaryReader reader) => new((AlertSubjectKind)reader.ReadByte(), reader.ReadOptional());

    private static string WordOf(AlertSubjectKind kind) => kind.ToString().ToLowerInvariant();
}
