namespace CxGrains.Cli.Import.Mapping;

/// <summary>Where in an interaction's JSON a field stands.</summary>
internal enum FieldGroup
{
    /// <summary>At the top.</summary>
    Top,

    /// <summary>Inside <c>traits</c>.</summary>
    Traits,

    /// <summary>Inside <c>properties</c>.</summary>
    Properties,
}
