using System.Text.Json;
using CxGrains.Domain.Privacy;

namespace CxGrains.Domain.Interactions;

/// <summary>Collects the fields of a <c>consent</c>. The type may come after them, so their faults are kept aside.</summary>
internal struct ConsentReader
{
    private const string Prefix = Purposes.TraitPrefix;

    // A consent becomes a trait, whose key must not be longer than any other.
    private static readonly int PurposeCharsMax = Limits.NameCharsMax - Prefix.Length;

    private FirstFault _fault;
    private string? _key;
    private bool? _granted;

    /// <summary>Reads the value of <c>purpose</c>.</summary>
    public void ReadPurpose(ref Utf8JsonReader reader, NamePool names)
    {
        Span<char> key = stackalloc char[Limits.NameCharsMax];
        Prefix.CopyTo(key);
        _key = FieldText.TryReadLine(ref reader, "purpose", key[Prefix.Length..], out var length, ref _fault)
            ? names.Share(key[..(Prefix.Length + length)])
            : null;
    }

    /// <summary>Reads the value of <c>granted</c>.</summary>
    public void ReadGranted(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            _granted = reader.GetBoolean();
            return;
        }

        _fault.Add("granted", $"is {Offending.Value(ref reader)}; true or false is wanted");
        reader.Skip();
    }

    /// <summary>The consent as one trait.</summary>
    /// <returns>Null where there is a fault.</returns>
    public readonly Trait[]? ToTraits(ref FirstFault fault)
    {
        fault.Add(_fault);
        if (_key is null)
        {
            fault.Add("purpose", $"is missing; a name of 1 to {PurposeCharsMax} characters is wanted");
        }

        if (_granted is null)
        {
            fault.Add("granted", "is missing; true or false is wanted");
        }

        return fault.Any ? null : [new Trait(_key!, TraitValue.Of(_granted!.Value))];
    }
}
