namespace CxGrains.Cli.Import.Mapping;

/// <summary>How a column's text becomes JSON.</summary>
internal enum FieldForm
{
    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Amount,

    /// <summary>An instant, written as ISO 8601 in UTC.</summary>
    Instant,

    /// <summary>A number or truth value where the text is one, else a string.</summary>
    Free,
}
